import { OfficeError, invalidArgument } from './errors';

/** What a cell holds after something was typed or written into it. `''` is a blank. */
interface Entered {
  readonly value: string | number | boolean;
  readonly formula?: string;
  readonly format?: string;
}

const DAY = 86_400_000;
/** Serial number of a date in the 1900 system, after February 1900. */
const serial = (year: number, month: number, day: number): number => (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / DAY;

/** Quotes and brackets closed and an operand at the end: enough to catch a formula that Excel would refuse. */
function checkFormula(formula: string): void {
  const bare = formula
    .slice(1)
    .replace(/"(?:[^"]|"")*"/g, '""')
    .replace(/'(?:[^']|'')*'/g, 'x');
  let depth = 0;
  for (const letter of bare) {
    if (letter === '(') depth++;
    if (letter === ')') depth--;
    if (depth < 0) break;
  }
  if (depth !== 0 || /["']/.test(bare.replace(/""/g, '')) || bare.trim() === '' || /[-+*/&,(]\s*$/.test(bare))
    throw invalidArgument(`formula ${formula}`);
  if (formula.length > 8192) throw invalidArgument('formula longer than 8192 characters');
}

/** What Excel makes of a value written by an add-in, in a cell of this number format. Mirrors typing it in. */
export function enter(written: unknown, format: string): Entered {
  if (typeof written === 'number' || typeof written === 'boolean') {
    return format === '@' ? { value: typeof written === 'boolean' ? String(written).toUpperCase() : String(written) } : { value: written };
  }
  if (typeof written !== 'string') throw invalidArgument(`value ${JSON.stringify(written)}`);
  if (written.length > 32_767) throw invalidArgument('text longer than 32767 characters');
  if (format === '@') return { value: written };
  if (written.startsWith("'")) return { value: written.slice(1) };
  if (/^[=@]./.test(written)) {
    const formula = written.startsWith('=') ? written : `=${written}`;
    checkFormula(formula);
    return { value: '', formula };
  }
  const text = written.trim();
  const number = /^([-+])?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?(?:E[-+]?\d+)?(%)?$/i.exec(text) ?? /^([-+])?\.\d+(%)?$/.exec(text);
  if (number) {
    const plain = Number(text.replace(/[,%]/g, ''));
    return text.endsWith('%') ? { value: plain / 100, format: text.includes('.') ? '0.00%' : '0%' } : { value: plain };
  }
  if (/^[-+]/.test(text) && text.length > 1) {
    const formula = `=${text}`;
    checkFormula(formula);
    return { value: '', formula };
  }
  if (/^(true|false)$/i.test(text)) return { value: /^true$/i.test(text) };
  const date = /^(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?$/.exec(text);
  if (date) return { value: serial(Number(date[1]), Number(date[2]), Number(date[3])), format: 'yyyy/m/d' };
  if (/^\d{1,2}[-/]\d{1,2}$/.test(text))
    throw new OfficeError('GeneralException', `[fake] "${text}" becomes a date here; write it as text`);
  return { value: written };
}
