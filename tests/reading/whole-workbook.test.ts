import { readWorkbook } from '../../src/reading/read';
import { a1 } from '../../src/kernel/address';
import { clean, cleanYears, units, buildWorkbook } from '../kit';

const workbooks = [clean(), cleanYears().before, ...Object.values(units).map(buildWorkbook)];

test.each(workbooks.map((w) => [`${w.file} ${w.role}`, w] as const))(
  '%s: every form is read, nothing is wrong, and every printed amount is a fact of its own',
  async (_, workbook) => {
    const { facts, tables, problems } = await readWorkbook(workbook);
    expect(problems).toEqual([]);
    expect(tables.filter((table) => table.status !== 'read').map((table) => table.id)).toEqual(
      workbook.sheets.some((s) => s.id === 'CS02') ? [] : ['CS02'],
    );
    for (const sheet of workbook.sheets) {
      const table = facts.tables.get(sheet.id)!;
      const read = new Map<string, string>();
      for (const row of table.rows) {
        for (const column of table.columns) {
          const reading = table.at(row.key, column);
          if (reading.state !== 'number' || reading.fact.blank || reading.fact.noRow) continue;
          expect(reading.fact.at.sheet).toBe(sheet.name);
          expect(read.has(reading.fact.at.a1)).toBe(false);
          read.set(reading.fact.at.a1, reading.fact.value.toString());
        }
      }
      const printed = new Map<string, string>();
      for (let r = sheet.data[0]; r <= sheet.data[1]; r += 1) {
        for (const c of sheet.amounts) {
          const value = sheet.values[r]![c];
          if (typeof value === 'number') printed.set(a1(r + sheet.top, c + sheet.left), String(value));
        }
      }
      expect([...read].sort()).toEqual([...printed].sort());
    }
  },
);

test('the plain number of a cell is the number of its fact', async () => {
  const { facts } = await readWorkbook(clean());
  const table = facts.tables.get('Z05')!;
  for (const row of table.rows) {
    for (const column of table.columns) {
      const reading = table.at(row.key, column);
      const plain = table.plain!(row, column);
      if (plain === null) expect(reading).toMatchObject({ fact: { blank: true } });
      else if (plain !== undefined) expect(reading.state === 'number' && reading.fact.value.equals(plain)).toBe(true);
      else expect(reading.state).not.toBe('number');
    }
  }
});
