import { availableParallelism } from 'node:os';
import type { CheckCommand } from '../arguments';
import type { Io } from '../io';
import { alone, Pool, type Crew, type Limits } from './pool';

/** What the watcher allows a single unit, a thread is allowed too. */
export const limitsOf = (io: Io): Limits => ({ seconds: 3 * (Number(io.env.JUESUAN_SECONDS) || 10), megabytes: 1024 });

/** One thread per core unless --jobs says otherwise. */
export const crewOf = ({ jobs }: Pick<CheckCommand, 'jobs'>, io: Io): Crew =>
  io.script === undefined ? alone : new Pool(io.script, jobs ?? availableParallelism(), limitsOf(io));
