const digits = [...'〇一二三四五六七八九'];
const legal = [...'零壹贰叁肆伍陆柒捌玖'];
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];

/** 1 … 9999 in words: 十一, 一百零五. */
function chinese(n: number, digit: readonly string[], units: readonly string[], zero: string): string {
  if (n <= 0 || n > 9999) return String(n);
  let words = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const d = Math.floor(n / 10 ** power) % 10;
    if (d === 0) {
      gap = words !== '';
      continue;
    }
    if (gap) words += zero;
    gap = false;
    words += power === 1 && d === 1 && words === '' && digit === digits ? units[1]! : digit[d]! + units[power]!;
  }
  return words;
}

function roman(n: number): string {
  const table: readonly (readonly [number, string])[] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = n;
  let out = '';
  for (const [value, letters] of table) for (; rest >= value && out.length < 40; rest -= value) out += letters;
  return out;
}

const letter = (n: number): string => (n <= 0 ? '' : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(20, Math.ceil(n / 26))));
const circled = (n: number): string => (n >= 1 && n <= 20 ? String.fromCodePoint(0x245f + n) : String(n));
const wide = (n: number): string => String(n).replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d)));

/** A list number as Word prints it in the numbering format of that name; an unknown format prints digits. */
export function numberWords(n: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return chinese(n, digits, ['', '十', '百', '千'], format === 'chineseCounting' ? '〇' : '零');
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return String(n).replace(/\d/g, (d) => digits[Number(d)]!);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return chinese(n, legal, ['', '拾', '佰', '仟'], '零');
    case 'ideographTraditional':
      return stems[(n - 1) % 10] ?? String(n);
    case 'ideographZodiac':
      return branches[(n - 1) % 12] ?? String(n);
    case 'upperRoman':
      return roman(n).toUpperCase();
    case 'lowerRoman':
      return roman(n);
    case 'upperLetter':
      return letter(n).toUpperCase();
    case 'lowerLetter':
      return letter(n);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(n);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return wide(n);
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(n);
  }
}
