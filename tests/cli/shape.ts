/** A shape: a test of one value that says where it does not fit; [] when it does. */
type Shape = (value: unknown, at: string) => readonly string[];

const fits =
  (name: string, test: (value: unknown) => boolean): Shape =>
  (value, at) =>
    test(value) ? [] : [`${at}: ${JSON.stringify(value)} is no ${name}`];

export const text = fits('text', (value) => typeof value === 'string' && value !== '');
export const anyText = fits('text', (value) => typeof value === 'string');
export const count = fits('count', (value) => Number.isInteger(value) && (value as number) >= 0);
/** null where nothing prints a year: it is never given as 0. */
const yearOrNone = fits('year or null', (value) => value === null || (Number.isInteger(value) && (value as number) > 0));
const decimal = fits('decimal string', (value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value));
export const address = fits('cell address', (value) => typeof value === 'string' && /^[A-Z]{1,3}[1-9]\d*$/.test(value));
export const exactly = (...allowed: readonly unknown[]): Shape => fits(allowed.map(String).join(' | '), (value) => allowed.includes(value));

export const list =
  (item: Shape): Shape =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((one, i) => item(one, `${at}[${i}]`)) : [`${at}: no list`];

/** Optional keys may be absent; keys that are not named may be there: the contract allows additions. */
export const object =
  (must: Readonly<Record<string, Shape>>, may: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${at}: no object`];
    const record = value as Record<string, unknown>;
    return [
      ...Object.entries(must).flatMap(([key, shape]) => (key in record ? shape(record[key], `${at}.${key}`) : [`${at}.${key} is missing`])),
      ...Object.entries(may).flatMap(([key, shape]) => (key in record ? shape(record[key], `${at}.${key}`) : [])),
    ];
  };

const cell = object({ book: exactly('本年', '上年', '补充'), sheet: text, address });

const checkEntry = object({
  file: text,
  unit: anyText,
  year: yearOrNone,
  tables: list(object({ id: text, sheet: text, status: exactly('read', 'missing', 'unrecognised'), unit: exactly('元', '万元') })),
  findings: list(
    object(
      { rule: text, severity: exactly('error', 'warning', 'info'), message: text, cells: list(cell), group: text },
      { left: decimal, right: decimal, difference: decimal, cause: text },
    ),
  ),
  ledger: list(object({ rule: text, outcome: exactly('passed', 'failed', 'blocked', 'notApplicable'), instances: count, reason: anyText })),
  counts: object({ passed: count, failed: count, blocked: count, notApplicable: count }),
});

export const checkOutput = object({ version: exactly(1), files: list(checkEntry) });

export const reportOutput = object({
  version: exactly(1),
  unit: text,
  year: count,
  profile: text,
  sections: list(
    object({
      id: text,
      heading: text,
      paragraphs: list(
        object({
          text,
          figures: list(
            object({
              text,
              value: decimal,
              unit: exactly('元', '%', 'count'),
              cells: list(object({ book: text, sheet: text, address: text })),
              formula: text,
            }),
          ),
          blanks: list(object({ ask: text })),
        }),
      ),
    }),
  ),
  charts: list(
    object({
      id: text,
      title: text,
      kind: exactly('column', 'pie'),
      categories: list(text),
      series: list(object({ name: text, values: list(decimal) })),
    }),
  ),
  missing: list(object({ ask: text, where: text })),
  check: checkEntry,
});
