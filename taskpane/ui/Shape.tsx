import { makeStyles, tokens } from '@fluentui/react-components';

/** Severity by shape and word, not by colour alone: ● 不平, ◐ 舍入差, ○ 提示, ▢ 待补, ✓ 平. */
export type Kind = 'error' | 'info' | 'warning' | 'missing' | 'good';

export const kindWords: Record<Kind, string> = { error: '不平', info: '舍入差', warning: '提示', missing: '待补', good: '平' };

const useStyles = makeStyles({
  shape: { width: '12px', height: '12px', flexShrink: 0, display: 'inline-block', verticalAlign: '-1px' },
  error: { color: tokens.colorPaletteRedForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorBrandForeground1 },
  missing: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorPaletteGreenForeground1 },
});

export function Shape({ kind }: { kind: Kind }) {
  const styles = useStyles();
  return (
    <svg className={`${styles.shape} ${styles[kind]}`} viewBox="0 0 12 12" role="img" aria-label={kindWords[kind]}>
      {kind === 'error' && <circle cx="6" cy="6" r="4.5" fill="currentColor" />}
      {kind === 'info' && (
        <>
          <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M6 2a4 4 0 0 1 0 8z" fill="currentColor" />
        </>
      )}
      {kind === 'warning' && <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {kind === 'missing' && <rect x="2" y="2" width="8" height="8" rx="1" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {kind === 'good' && <path d="M2.5 6.5 5 9l4.5-6" fill="none" stroke="currentColor" strokeWidth="1.6" />}
    </svg>
  );
}
