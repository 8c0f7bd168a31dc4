import type { FactSet } from '../../facts/fact-set';
import { forms } from '../../layouts/forms';
import type { Layout } from '../../layouts/layout';
import type { SheetPicture } from '../picture/picture';
import { codeForm } from './code-form';
import { fixedForm, openForm } from './fixed-form';

/** Every form that a unit prints, added up and laid out as the reporting software lays it out. `whole` is the sum of `parts`. */
export function wholeForms(whole: FactSet, parts: readonly FactSet[]): readonly SheetPicture[] {
  return (Object.values(forms) as readonly Layout[]).flatMap((layout): readonly SheetPicture[] => {
    const table = whole.tables.get(layout.id);
    const { body } = layout;
    if (!table) return [];
    const tables = parts.flatMap(({ tables: own }) => own.get(layout.id) ?? []);
    if (body.kind === 'codes') return [codeForm(layout, body, table, tables, whole)];
    if (body.kind !== 'fixed') return [];
    return [body.open ? openForm(layout, table, tables, whole) : fixedForm(layout, body, table, whole)];
  });
}
