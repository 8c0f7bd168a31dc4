import { heightOf, wrappedLines } from '../../src/sheets/picture/text-size';

describe('linesOf', () => {
  // 83 characters of column are 573 pixels = 430 points: 26 characters of 16 points.
  it.each([
    ['', 1],
    ['字'.repeat(26), 1],
    ['字'.repeat(27), 2],
    ['字'.repeat(52), 2],
    ['字\n字', 2],
    // A figure is not broken: it moves to the next line as a whole.
    [`${'字'.repeat(24)}1089.83万元`, 2],
    ['1'.repeat(200), 5],
  ])('counts the lines of %j', (text, lines) => expect(wrappedLines(text, 83, 16)).toBe(lines));

  it('makes a row higher with every line', () =>
    expect(heightOf('字'.repeat(60), 83, 16)).toBeGreaterThan(heightOf('字'.repeat(30), 83, 16)));
});
