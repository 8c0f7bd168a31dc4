import { explain, type Job } from './errors';

/** Excel.run whose refusals arrive as sentences for the user. */
export async function inExcel<Result>(job: Job, batch: (context: Excel.RequestContext) => Promise<Result>): Promise<Result> {
  try {
    return await Excel.run(batch);
  } catch (error) {
    throw explain(error, job);
  }
}
