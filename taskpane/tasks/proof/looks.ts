import { makeStyles, tokens } from '@fluentui/react-components';
import { forced } from '../../ui/forced';

/** Green, red and grey, each with a line and a sign of its own: no meaning hangs on a colour. */
export const useLooks = makeStyles({
  paragraph: { margin: `0 0 ${tokens.spacingVerticalS}`, lineHeight: '1.85', overflowWrap: 'anywhere' },
  heading: { fontWeight: tokens.fontWeightSemibold, margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}` },
  row: { display: 'flex', gap: tokens.spacingHorizontalM, borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, padding: '2px 0' },
  cell: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  stop: {
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  figure: {
    fontVariantNumeric: 'tabular-nums',
    textDecorationLine: 'underline',
    textDecorationThickness: '1px',
    textUnderlineOffset: '4px',
  },
  confirmed: { color: tokens.colorPaletteGreenForeground1, textDecorationStyle: 'solid' },
  contradicted: {
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationStyle: 'wavy',
    '::after': { content: '"✗"', fontSize: '0.8em', display: 'inline-block', textDecorationLine: 'none' },
  },
  unchecked: { color: tokens.colorNeutralForeground3, textDecorationStyle: 'dotted' },
  error: { backgroundColor: tokens.colorPaletteRedBackground1, [forced]: { borderBottom: '2px solid Mark' } },
  warning: { backgroundColor: tokens.colorPaletteYellowBackground1, [forced]: { borderBottom: '2px dashed Mark' } },
  info: { backgroundColor: tokens.colorNeutralBackground4, [forced]: { borderBottom: '2px dotted Mark' } },
  settled: { backgroundColor: 'transparent', boxShadow: `inset 0 -1px 0 ${tokens.colorNeutralStroke1}` },
  // Words and figure are pieces side by side: a frame around each would look like two things.
  chosen: {
    backgroundColor: tokens.colorBrandBackground2,
    boxShadow: `inset 0 -2px 0 ${tokens.colorBrandStroke1}`,
    [forced]: { outline: '2px solid Highlight' },
  },
  lit: { backgroundColor: tokens.colorBrandBackground2 },
  note: {
    margin: `0 0 ${tokens.spacingVerticalM}`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    overflowWrap: 'anywhere',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
  },
  level: { fontWeight: tokens.fontWeightSemibold },
  levelError: { color: tokens.colorPaletteRedForeground1 },
  levelWarning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  levelInfo: { color: tokens.colorNeutralForeground2 },
  suggestion: { borderLeft: `2px solid ${tokens.colorPaletteGreenBorder1}`, paddingLeft: tokens.spacingHorizontalS },
  chips: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  head: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, paddingBottom: tokens.spacingVerticalXS },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  actions: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, alignItems: 'center' },
  views: { display: 'flex', gap: tokens.spacingHorizontalXS, flexWrap: 'wrap', padding: `${tokens.spacingVerticalS} 0` },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0, flex: 1 },
  footer: { position: 'relative' },
  bar: { position: 'absolute', top: '-1px', left: 0, right: 0 },
});

export const levelWords = { error: '● 错误', warning: '○ 疑似', info: '◇ 建议' } as const;
export const levelLooks = { error: 'levelError', warning: 'levelWarning', info: 'levelInfo' } as const;
export const statusWords = { confirmed: '相符', contradicted: '不符', unchecked: '未能核对' } as const;
