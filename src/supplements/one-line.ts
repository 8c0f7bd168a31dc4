import Decimal from 'decimal.js';
import { keyFor, vehicleTypes, type Field } from './fields';

const ofType = new RegExp(`(${[...vehicleTypes].sort((a, b) => b.length - a.length).join('|')})[:：为]?\\s*(\\d{1,4})\\s*辆?`, 'g');

interface VehicleLine {
  readonly counts: readonly (readonly [key: string, count: Decimal])[];
  readonly total: Decimal;
}

/** 轿车5辆、越野车7辆: a number of vehicles to each type that is named once; undefined where anything else is on the line. */
export function vehiclesOf(field: Field, text: string): VehicleLine | undefined {
  const line = text.normalize('NFKC');
  const counts = [...line.matchAll(ofType)].map(([, type, count]) => [keyFor(field, type!), new Decimal(count!)] as const);
  if (counts.length === 0 || new Set(counts.map(([key]) => key)).size < counts.length) return undefined;
  if (/[^\s、,，;；。和]/.test(line.replace(ofType, ''))) return undefined;
  return { counts, total: counts.reduce((all, [, count]) => all.plus(count), new Decimal(0)) };
}

/** 等9个项目, the last line of a list of projects: how many there are. */
export function projectsTogether(line: string): Decimal | undefined {
  const total = /^(?:等|共)\s*(\d{1,4})\s*个(?:项目)?[。.]?$/.exec(line.normalize('NFKC'))?.[1];
  return total === undefined ? undefined : new Decimal(total);
}
