import { AlignmentType, LineRuleType, type IPropertiesOptions, type ISectionOptions } from 'docx';

/** Half-points of the Chinese sizes that GB/T 9704 names. */
export const size = { 二号: 44, 三号: 32, 四号: 28, 小五: 18 } as const;

const face = (name: string): { ascii: string; hAnsi: string; eastAsia: string; cs: string } => ({
  ascii: name,
  hAnsi: name,
  eastAsia: name,
  cs: name,
});
export const fonts = {
  title: face('方正小标宋简体'),
  heading1: face('黑体'),
  heading2: face('楷体_GB2312'),
  body: face('仿宋_GB2312'),
  page: face('宋体'),
  table: face('宋体'),
} as const;

/** Fixed 28 points between lines. */
const lines = { line: 560, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
/** Two characters, whatever the font. */
const indent = { firstLineChars: 200, firstLine: 640 } as const;

const heading = (font: (typeof fonts)[keyof typeof fonts], bold = false) => ({
  run: { font, size: size.三号, bold, italics: false, color: '000000' },
  paragraph: { spacing: lines, indent, keepNext: true },
});

/** Word knows the level of a heading by its name; others only by this. */
const outlined = (style: ReturnType<typeof heading>, outlineLevel: number) => ({
  ...style,
  paragraph: { ...style.paragraph, outlineLevel },
});

/** Title, three levels of headings (a table of contents is built from them) and the body. */
export const styles: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: { run: { font: fonts.body, size: size.三号, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
    title: {
      run: { font: fonts.title, size: size.二号, bold: false, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lines, line: 700, after: 560 } },
    },
    heading1: heading(fonts.heading1),
    heading2: heading(fonts.heading2),
    heading3: heading(fonts.body, true),
  },
  paragraphStyles: [
    {
      id: 'Body',
      name: '正文·公文',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: fonts.body, size: size.三号 },
      paragraph: { spacing: lines, indent, alignment: AlignmentType.BOTH },
    },
    {
      id: 'AnnexTitle',
      name: '附表标题',
      basedOn: 'Normal',
      next: 'Normal',
      quickFormat: true,
      run: { font: fonts.title, size: size.三号 },
      paragraph: {
        alignment: AlignmentType.CENTER,
        spacing: { line: 440, lineRule: LineRuleType.EXACT, before: 0, after: 60 },
        keepNext: true,
        outlineLevel: 0,
      },
    },
  ],
};

/** The whole document: its parts are the first level of headings, each on a page of its own; the text's own stand below. */
export const bookletStyles: NonNullable<IPropertiesOptions['styles']> = {
  ...styles,
  default: {
    ...styles.default,
    heading1: {
      run: { font: fonts.title, size: size.二号, bold: false, italics: false, color: '000000' },
      paragraph: { alignment: AlignmentType.CENTER, spacing: { ...lines, line: 700, after: 420 }, keepNext: true, outlineLevel: 0 },
    },
    heading2: outlined(heading(fonts.heading1), 1),
    heading3: outlined(heading(fonts.heading2), 2),
    heading4: outlined(heading(fonts.body, true), 3),
  },
  // A title that a form repeats on further pages is no entry of the contents.
  paragraphStyles: styles.paragraphStyles!.map((style) =>
    style.id === 'AnnexTitle' ? { ...style, paragraph: { ...style.paragraph, outlineLevel: undefined } } : style,
  ),
};

/** Twentieths of a point, rounded, so that the page is exactly what Word calls A4. */
export const centimetres = (value: number): number => Math.round((value / 2.54) * 1440);

/** A4 with the margins of the official form; the footer stands 7 mm below the text. */
export const page: NonNullable<ISectionOptions['properties']>['page'] = {
  size: { width: centimetres(21), height: centimetres(29.7) },
  margin: {
    top: centimetres(3.7),
    bottom: centimetres(3.5),
    left: centimetres(2.8),
    right: centimetres(2.6),
    footer: centimetres(2.5),
    header: centimetres(1.5),
  },
};
