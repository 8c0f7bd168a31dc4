import type { Span, TextBlock, TextCell } from './blocks';

/**
 * A paragraph made easy to read: no blanks, half-width digits and marks. Every character knows where it stood, so that
 * whatever is found in it can be pointed at in the file. A paragraph that a PDF has cut into lines is one line again.
 */
export interface Line {
  readonly text: string;
  /** As it is printed: its own marks and digits, one line. */
  readonly printed: string;
  /** The characters `from` up to `to` in the file; what reaches into the next paragraph ends with the first. */
  span(from: number, to: number): Span;
}

export type Row = readonly Line[];

interface Place {
  readonly paragraph: number;
  readonly at: number;
}

const plainMarks: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '％': '%',
  '．': '.',
  '﹤': '<',
};

/** 1:1, so that positions stay. */
const half = (character: string): string => {
  const known = plainMarks[character];
  if (known !== undefined) return known;
  const code = character.charCodeAt(0);
  return code >= 0xff10 && code <= 0xff19 ? String.fromCharCode(code - 0xfee0) : character;
};

function lineOf(pieces: readonly TextCell[]): Line {
  let text = '';
  const places: Place[] = [];
  for (const { paragraph, start, text: own } of pieces) {
    for (let i = 0; i < own.length; i += 1) {
      if (/\s/.test(own[i]!)) continue;
      text += half(own[i]!);
      places.push({ paragraph, at: start + i });
    }
  }
  const nowhere: Place = { paragraph: pieces[0]?.paragraph ?? 0, at: pieces[0]?.start ?? 0 };
  const whole = pieces.length === 1 ? pieces[0]!.text.trim() : pieces.map((piece) => piece.text.replace(/\s/g, '')).join('');
  return {
    text,
    printed: whole.replace(/(?<=[\u4e00-\u9fa5，。；：、])\s+|\s+(?=[\u4e00-\u9fa5，。；：、])/g, ''),
    span(from, to) {
      const first = places[from] ?? places[places.length - 1] ?? nowhere;
      const inside = places.slice(from, Math.max(from + 1, to)).filter(({ paragraph }) => paragraph === first.paragraph);
      return { paragraph: first.paragraph, start: first.at, end: (inside[inside.length - 1]?.at ?? first.at - 1) + 1 };
    },
  };
}

/** 一、 （一） 1. 1、 （1） 第一部分 附表 – a line that begins something new. */
const begins =
  /^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d+[.、](?!\d)|\(\d+\)|第[一二三四五六七八九十]+部分|附|-|[^,;。]{0,20}(?:自评表|自评报告)$)/;
const ends = /[。;:!?！？]$/;
/** Shorter lines are headings or entries of a list; a line cut by a page is a full one. */
const FULL = 15;

const cut = (before: string, next: string): boolean => before.length >= FULL && !ends.test(before) && !begins.test(next);

interface Lines {
  readonly lines: readonly Line[];
  readonly rows: readonly Row[];
  /** Everything in its order. */
  readonly all: readonly ({ readonly line: Line } | { readonly row: Row })[];
}

export function linesOf(blocks: readonly TextBlock[]): Lines {
  const all: ({ line: Line } | { row: Row })[] = [];
  let open: TextCell[] = [];
  const close = (): void => {
    if (open.length > 0) all.push({ line: lineOf(open) });
    open = [];
  };
  for (const block of blocks) {
    if (block.kind === 'row') {
      close();
      all.push({ row: block.cells.map((cell) => lineOf([cell])) });
      continue;
    }
    const piece: TextCell = { paragraph: block.paragraph, start: 0, text: block.text };
    if (open.length > 0 && !cut(lineOf(open).text, lineOf([piece]).text)) close();
    open.push(piece);
  }
  close();
  return {
    all,
    lines: all.flatMap((one) => ('line' in one && one.line.text !== '' ? [one.line] : [])),
    rows: all.flatMap((one) => ('row' in one ? [one.row] : [])),
  };
}
