import { AlignmentType, Footer, PageNumber, Paragraph, TextRun } from 'docx';
import { fonts, size } from './styles';

/** Odd pages right, even pages left. */
export const pageFooters = (): { readonly default: Footer; readonly even: Footer } => ({
  default: pageFooter(AlignmentType.RIGHT),
  even: pageFooter(AlignmentType.LEFT),
});

/** — 1 — in 四号, one character from the outer edge, as the form wants it. */
function pageFooter(side: (typeof AlignmentType)['LEFT'] | (typeof AlignmentType)['RIGHT']): Footer {
  const plain = { font: fonts.page, size: size.四号 };
  const edge = side === AlignmentType.LEFT ? { left: 280 } : { right: 280 };
  const children = [
    new TextRun({ text: '— ', ...plain }),
    new TextRun({ children: [PageNumber.CURRENT], ...plain }),
    new TextRun({ text: ' —', ...plain }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: side, indent: edge, children })] });
}
