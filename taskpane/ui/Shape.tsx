import { makeStyles, tokens } from '@fluentui/react-components';
import type { CauseGroup } from '../../src/facts/outcome';
import { forced } from './forced';

/** Severity by shape and word, not by colour alone: ● 不平, ○ 提示, ◐ 舍入差, ◇ 参考, ▢ 待补, ✓ 平. */
export type Kind = 'error' | 'warning' | 'rounding' | 'remark' | 'missing' | 'good';

export const kindWords: Record<Kind, string> = {
  error: '不平',
  warning: '提示',
  rounding: '舍入差',
  remark: '参考',
  missing: '待补',
  good: '平',
};

/** Of the groups that are neither wrong nor doubtful, one is 舍入差; the others are remarks. */
export const kindOf = ({ kind, severity }: Pick<CauseGroup, 'kind' | 'severity'>): Kind =>
  severity !== 'info' ? severity : kind === 'rounding' ? kind : 'remark';

const useStyles = makeStyles({
  shape: {
    width: '12px',
    height: '12px',
    flexShrink: 0,
    display: 'inline-block',
    verticalAlign: '-1px',
    [forced]: { color: 'CanvasText' },
  },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  rounding: { color: tokens.colorBrandForeground1 },
  remark: { color: tokens.colorNeutralForeground3 },
  missing: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorPaletteGreenForeground1 },
});

/** `word`: what it says where it does not stand for a finding. */
export function Shape({ kind, word = kindWords[kind] }: { kind: Kind; word?: string }) {
  const styles = useStyles();
  return (
    <svg className={`${styles.shape} ${styles[kind]}`} viewBox="0 0 12 12" role="img" aria-label={word}>
      {kind === 'error' && <circle cx="6" cy="6" r="4.5" fill="currentColor" />}
      {kind === 'rounding' && (
        <>
          <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
        </>
      )}
      {kind === 'warning' && <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {kind === 'remark' && <path d="M6 1.5 10.5 6 6 10.5 1.5 6z" fill="none" stroke="currentColor" strokeWidth="1.3" />}
      {kind === 'missing' && <rect x="2" y="2" width="8" height="8" rx="1" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {kind === 'good' && <path d="M2.5 6.5 5 9l4.5-6" fill="none" stroke="currentColor" strokeWidth="1.6" />}
    </svg>
  );
}
