import type { CellRef, Scalar } from '../kernel/workbook';
import type { Finding } from '../facts/outcome';
import type { Field } from './fields';
import { supplementFinding } from './problem-kinds';
import type { Entry } from './supplements';
import { validate } from './validate';

type CellReading =
  | { readonly state: 'blank' }
  | { readonly state: 'value'; readonly value: Entry['value'] }
  | { readonly state: 'bad'; readonly finding: Finding };

/** What a person wrote in the cell of a field. `label` names the row in the message. */
export function readCell(field: Field, label: string, raw: Scalar | undefined, at: CellRef): CellReading {
  const found = validate(field, raw);
  if (found.state !== 'bad') return found;
  return { state: 'bad', finding: supplementFinding(found.problem, `“${at.sheet}”表 ${at.a1} ${label}${found.what}。`, at, raw ?? null) };
}
