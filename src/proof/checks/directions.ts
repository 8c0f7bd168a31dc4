import { down, up } from '../links/phrases';
import { placeIn } from '../text/plain';
import { prose, type ProofContext } from './context';
import { findingIn, type ProofFinding } from './finding';

const anyOf = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const moved = new RegExp(
  `(?<by>${anyOf([...up, ...down])})(?:了|额为?)?[\\d,.]+(?:亿元|万元|元)，(?<rate>(?<at>${anyOf([...up, ...down])})(?:了|幅度?为?|率为?)?[\\d,.]+%)`,
  'g',
);
const isUp = (word: string): boolean => (up as readonly string[]).includes(word);

/** 增加…万元，下降…%: wrong whatever it is about. Where the figures were understood the equations have said so. */
export function plainDirections(context: ProofContext): readonly ProofFinding[] {
  const { document, figures } = context.linked;
  return prose(context).flatMap(({ block }) =>
    [...block.plain.text.matchAll(moved)].flatMap((found) => {
      const { by, at, rate } = found.groups as { by: string; at: string; rate: string };
      const end = found.index + found[0].length;
      const printed = placeIn(block.plain, end - rate.length, end);
      const isRead = figures.some(({ span, claim }) => claim && span.paragraph === block.index && span.end === printed.end);
      if (isRead || isUp(by) === isUp(at) || /^(?:增|减)$/.test(by)) return [];
      const expected = isUp(by) ? '增长' : '下降';
      const message = `前面写${by}，后面写${at}，方向相反，请按本年与上年的数改正其中一个。`;
      return [findingIn(document, 'P-DIRECTION', block, found.index, end, message, { expected })];
    }),
  );
}
