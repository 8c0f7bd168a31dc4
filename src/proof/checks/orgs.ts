import { isSection, prose, type ProofContext } from './context';
import { findingAt, findingIn, type ProofFinding } from './finding';

const kind = '(?:局|委员会|办公室|委|办|中心|院|厅|站|所|队|学校|小学|中学|馆|社|会|处)';
const speaking = new RegExp(
  `(?:^|[，。：])(?:\\d{4}年度?，?)?([\\u4e00-\\u9fff]{4,30}${kind}（?[本级]{0,2}）?)(?=机关运行经费|政府采购支出|政府采购金额|共有车辆|\\d{4}年度(?:收入|财政|政府))`,
  'g',
);
const titled = new RegExp(`^([\\u4e00-\\u9fff]{4,30}${kind})(?=\\d{4}年度)`);
const labelled = /^(?:部门|单位|主管部门|预算单位)(?:（单位）)?名称$/;
const organisation = new RegExp(`[\\u4e00-\\u9fff]{5,30}?${kind}(?=[是为的，。：、内]|$)`, 'g');

/** Names by which the text speaks of its own unit. */
function ownNames(context: ProofContext): readonly { readonly name: string; readonly block: number; readonly at: number }[] {
  return prose(context).flatMap(({ block, topic, index }) => {
    if (block.kind === 'heading') {
      const name = titled.exec(block.plain.text)?.[1];
      return name ? [{ name, block: index, at: 0 }] : [];
    }
    if (!isSection(topic)) return [];
    return [...block.plain.text.matchAll(speaking)].map((found) => ({
      name: found[1]!,
      block: index,
      at: found.index + found[0].length - found[1]!.length,
    }));
  });
}

/** The unit's own name: of the workbook, else the one that the text says most. */
function unitOf(context: ProofContext, names: readonly { readonly name: string }[]): string | undefined {
  if (context.unit) return context.unit.replace(/（本级）$/, '');
  const counts = new Map<string, number>();
  for (const { name } of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

const apart = (a: string, b: string): number => {
  if (a.length !== b.length) return 99;
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
};

/** Another name where the unit speaks of itself, a name that is nearly its own, a label with another name. */
export function organisations(context: ProofContext): readonly ProofFinding[] {
  const names = ownNames(context);
  const unit = unitOf(context, names);
  if (!unit || unit.length < 5) return [];
  const { document } = context.linked;
  const isOwn = (name: string): boolean => unit.endsWith(name) || name.endsWith(unit) || name.startsWith(unit);
  const found: ProofFinding[] = [];
  const say = (block: number, start: number, end: number, name: string): void =>
    void found.push(
      findingIn(document, 'P-ORG', document.blocks[block]!, start, end, `单位名称应为“${unit}”，这里写的是“${name}”。`, {
        expected: unit,
        suggestion: unit,
      }),
    );
  for (const { name, block, at } of names) if (!isOwn(name) && !shortFor(name, unit)) say(block, at, at + name.length, name);
  document.blocks.forEach((block, i) => {
    if (block.kind === 'row') {
      const label = block.row!.findIndex((cell) => labelled.test(cell));
      const name = label >= 0 ? block.row!.slice(label + 1).find((cell) => cell !== '') : undefined;
      if (name && !isOwn(name) && name.length >= 5) {
        const cell = block.cells?.find(({ text }) => text === name);
        const span = cell
          ? { paragraph: cell.paragraph, start: 0, end: name.length }
          : { paragraph: block.index, start: block.text.indexOf(block.row![label]!), end: block.text.indexOf(name) + name.length };
        found.push(findingAt(document, 'P-ORG', span, `单位名称应为“${unit}”，这里写的是“${name}”。`, { expected: unit }));
      }
      return;
    }
    for (const match of block.plain.text.matchAll(organisation)) {
      for (let length = Math.min(match[0].length, unit.length); length >= 6; length--) {
        const name = match[0].slice(match[0].length - length);
        const distance = apart(name, unit.slice(unit.length - length));
        if (distance === 0) break;
        if (distance === 1 && !isOwn(name)) {
          const start = match.index + match[0].length - length;
          if (
            !found.some(
              ({ span }) => span.paragraph === block.index && span.start <= block.plain.at[start]! && span.end > block.plain.at[start]!,
            )
          )
            say(i, start, start + length, name);
          break;
        }
      }
    }
  });
  return found;
}

/** 区发改局 for 金口河区发展和改革委员会: every character in order. */
function shortFor(name: string, unit: string): boolean {
  if (name.length >= unit.length - 2) return false;
  let at = 0;
  for (const char of unit) if (char === name[at]) at++;
  return at === name.length;
}
