import fc from 'fast-check';
import { addressesOf, boxAddress, boxesOf, boxOf, type Position } from '../../src/sheets/cells/areas';

const cells = fc.uniqueArray(fc.record({ row: fc.nat(12), column: fc.nat(8) }), {
  selector: ({ row, column }) => `${row},${column}`,
  maxLength: 80,
});
const key = ({ row, column }: Position): string => `${row},${column}`;

/** The single cells of an address such as `A1:B2,C3`. */
const cellsIn = (address: string): readonly Position[] =>
  address.split(',').flatMap((part) => {
    const { row, column, rows, columns } = boxOf(part);
    return Array.from({ length: rows * columns }, (_, i) => ({ row: row + Math.floor(i / columns), column: column + (i % columns) }));
  });

test('boxes cover exactly the cells, each once', () => {
  fc.assert(
    fc.property(cells, (given) => {
      const covered = boxesOf(given).flatMap((box) => cellsIn(boxAddress(box)));
      expect(covered.map(key).sort()).toEqual(given.map(key).sort());
    }),
  );
});

test('a column, a row and a block are one box each', () => {
  const block = (rows: number, columns: number): Position[] =>
    Array.from({ length: rows * columns }, (_, i) => ({ row: 2 + Math.floor(i / columns), column: 1 + (i % columns) }));
  expect([block(5, 1), block(1, 5), block(300, 4)].map((given) => boxesOf(given).map(boxAddress))).toEqual([
    ['B3:B7'],
    ['B3:F3'],
    ['B3:E302'],
  ]);
});

test('addresses stay within what Excel takes, and lose no cell', () => {
  const given = Array.from({ length: 4000 }, (_, i) => ({ row: 3 * i, column: i % 5 }));
  const addresses = addressesOf(given);
  expect(Math.max(...addresses.map((address) => address.length))).toBeLessThanOrEqual(8192);
  expect(addresses.length).toBeLessThan(5);
  expect(addresses.flatMap(cellsIn).map(key).sort()).toEqual(given.map(key).sort());
});
