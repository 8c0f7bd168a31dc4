/**
 * What a workbook may hold. The largest 决算 workbook seen has a million cells in 40 MB of XML; Excel's own sheet ends at the
 * last of `rows` and `columns`. Beyond these a file is refused before memory is spent on it.
 */
export const sheetLimits = {
  /** Bytes of a worksheet, and of the shared strings, unpacked. */
  part: 160 * 1024 * 1024,
  strings: 48 * 1024 * 1024,
  /** Cells of all sheets together, blank ones with a style included. */
  cells: 3_000_000,
  /** Cells of the rectangle that holds the values of one sheet. */
  rectangle: 5_000_000,
  /** Rows of a sheet of which hardly any is filled: beyond, one stray cell far below is what is wrong. */
  sparse: 100_000,
  rows: 1_048_576,
  columns: 16_384,
  sheets: 1_000,
} as const;
