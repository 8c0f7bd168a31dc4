import type { StyleLook, StyleName } from './picture';

/**
 * Fonts of the official document form (GB/T 9704). Excel draws a font that is not installed in its default one,
 * so nothing is lost on a machine without 方正小标宋 or 仿宋_GB2312.
 */
const fonts = { title: '方正小标宋简体', hei: '黑体', kai: '楷体_GB2312', song: '仿宋_GB2312', table: '宋体' } as const;
const colors = {
  ink: '1F2328',
  grey: '62676E',
  faint: '70757C',
  link: '1F5FA8',
  input: 'FFFBE6',
  blank: 'FFF2B3',
  edited: 'E6F0FA',
  head: 'EEF1F5',
  good: 'E4F3E6',
  bad: 'FBE3E1',
  warn: 'FDF1D6',
} as const;

const table: StyleLook = { font: fonts.table, size: 10, color: colors.ink, vertical: 'top', border: 'thin' };
const body: StyleLook = { font: fonts.song, size: 16, color: colors.ink, wrap: true, vertical: 'top', align: 'left' };

export const looks: Record<StyleName, StyleLook> = {
  title: { font: fonts.title, size: 22, color: colors.ink, align: 'center', vertical: 'center', wrap: true },
  subtitle: { font: fonts.kai, size: 14, color: colors.grey, align: 'center', vertical: 'center', wrap: true },
  heading1: { font: fonts.hei, size: 16, color: colors.ink, wrap: true, vertical: 'center' },
  heading2: { font: fonts.kai, size: 16, color: colors.ink, wrap: true, vertical: 'center' },
  heading3: { font: fonts.song, size: 16, bold: true, color: colors.ink, wrap: true, vertical: 'center' },
  body,
  bodyBlank: { ...body, fill: colors.blank },
  bodyEdited: { ...body, fill: colors.edited },
  source: { font: fonts.table, size: 9, color: colors.grey, wrap: true, vertical: 'top' },
  tableHead: { ...table, bold: true, fill: colors.head, align: 'center', vertical: 'center', wrap: true },
  tableText: table,
  tableWrap: { ...table, wrap: true },
  tableNumber: { ...table, align: 'right', format: '#,##0.00' },
  // A zero is left blank, as the published forms print it.
  tableAmount: { ...table, align: 'right', format: '#,##0.00;-#,##0.00;' },
  tablePercent: { ...table, align: 'right', format: '0.00"%"' },
  tableCount: { ...table, align: 'right', format: '#,##0' },
  tableLink: { ...table, color: colors.link, underline: true, wrap: true },
  good: { ...table, fill: colors.good, align: 'center' },
  bad: { ...table, fill: colors.bad, wrap: true },
  warn: { ...table, fill: colors.warn, wrap: true },
  muted: { font: fonts.table, size: 9, color: colors.faint },
  label: { font: fonts.table, size: 10, color: colors.ink, wrap: true, vertical: 'center', border: 'thin' },
  input: {
    font: fonts.table,
    size: 10,
    color: colors.ink,
    fill: colors.input,
    wrap: true,
    vertical: 'center',
    border: 'thin',
    format: '@',
  },
  inputNumber: {
    font: fonts.table,
    size: 10,
    color: colors.ink,
    fill: colors.input,
    align: 'right',
    vertical: 'center',
    border: 'thin',
    format: '#,##0.00',
  },
  inputCount: {
    font: fonts.table,
    size: 10,
    color: colors.ink,
    fill: colors.input,
    align: 'right',
    vertical: 'center',
    border: 'thin',
    format: '#,##0',
  },
  statusText: { font: fonts.table, size: 9, color: colors.ink, align: 'center', vertical: 'center', border: 'thin' },
  reference: { font: fonts.table, size: 10, color: colors.ink, align: 'right', vertical: 'center', border: 'thin', format: '#,##0.00' },
  hint: { font: fonts.table, size: 9, color: colors.grey, wrap: true, vertical: 'center', border: 'thin' },
  plain: { font: fonts.table, size: 10, color: colors.ink, vertical: 'center' },
};
