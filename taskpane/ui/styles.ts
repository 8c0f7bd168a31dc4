import { makeStyles, tokens } from '@fluentui/react-components';
import { forced } from './forced';

/** The few looks that all parts share: three sizes of type, two weights, tokens only. */
export const useStyles = makeStyles({
  pane: {
    height: '100%',
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    minWidth: 0,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    // Which of two is chosen shows by its ground elsewhere, and grounds are gone there.
    '& button[aria-pressed="true"]': { [forced]: { borderBottom: '3px solid Highlight' } },
  },
  task: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  scroll: { flex: 1, overflowY: 'auto', overflowX: 'hidden', padding: `0 ${tokens.spacingHorizontalL}` },
  section: {
    padding: `${tokens.spacingVerticalL} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    // Under the tabs there is a line already.
    ':first-child': { borderTopStyle: 'none' },
  },
  sectionHead: { display: 'flex', alignItems: 'baseline', gap: tokens.spacingHorizontalS, marginBottom: tokens.spacingVerticalXS },
  h1: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  h2: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, margin: 0, flex: 1 },
  strong: { fontWeight: tokens.fontWeightSemibold },
  small: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground3 },
  number: { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, flexWrap: 'wrap' },
  grow: { flex: 1, minWidth: 0 },
  list: { listStyleType: 'none', margin: `${tokens.spacingVerticalXS} 0 0`, padding: 0 },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  card: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    ':first-child': { borderTopStyle: 'none' },
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 92px',
  },
  link: {
    appearance: 'none',
    border: 'none',
    background: 'none',
    padding: '2px 0',
    font: 'inherit',
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    textAlign: 'left',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { textDecorationLine: 'underline' },
    [forced]: { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'default', textDecorationLine: 'none' },
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clip: 'rect(0 0 0 0)', whiteSpace: 'nowrap' },
  quietLink: { color: tokens.colorNeutralForeground2 },
  inset: { marginTop: tokens.spacingVerticalS, paddingLeft: tokens.spacingHorizontalL },
  footer: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  wide: { width: '100%' },
  /** Buttons that share a line, or stand one below the other where it is too short. */
  button: { flex: '1 1 auto', whiteSpace: 'nowrap' },
  mark: {
    backgroundColor: tokens.colorPaletteYellowBackground2,
    color: tokens.colorNeutralForeground1,
    borderBottom: `2px solid ${tokens.colorPaletteYellowBorder2}`,
    [forced]: { backgroundColor: 'Mark', color: 'MarkText' },
  },
});
