import type { LockResult, Locked } from '../../proof/lock';
import { lockWords } from '../../proof/lock-words';
import type { ProofDocument } from '../../proof/text/document';

const place = (one: Locked): string => `“${one.text.trim()}”（第${one.span.paragraph + 1}段）`;

/** The result of 数字锁定 as a person reads it. */
export function lockText(before: ProofDocument, after: ProofDocument, { same, counts, changes }: LockResult): string {
  const head = `数字锁定：${before.file} → ${after.file}`;
  if (same) return `${head}\n数字、单位、年度和增减方向共 ${counts.before} 处，全部没有改变。\n`;
  const lines = changes.map(
    ({ kind, before: old, after: now }) => ` · ${lockWords[kind]}：${[old && place(old), now && place(now)].filter(Boolean).join(' → ')}`,
  );
  return `${head}\n原文 ${counts.before} 处，${counts.kept} 处没有改变，${changes.length} 处不同：\n${lines.join('\n')}\n`;
}

const locked = ({ kind, text, span }: Locked): object => ({ kind, text, ...span });

export const lockJson = (before: ProofDocument, after: ProofDocument, { same, counts, changes }: LockResult): object => ({
  version: 1,
  before: before.file,
  after: after.file,
  same,
  counts,
  changes: changes.map(({ kind, before: old, after: now }) => ({
    kind,
    ...(old ? { before: locked(old) } : {}),
    ...(now ? { after: locked(now) } : {}),
  })),
});
