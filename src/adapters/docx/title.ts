import { HeadingLevel, Paragraph, TextRun } from 'docx';
import { titlePhrases } from '../../narrative/document';
import { speakable } from '../../ooxml/xml-text';

/** Characters of 二号 between the margins; letters and digits are half as wide. */
const LINE = 20;

const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char < '\u2e80' ? 0.5 : 1), 0);

/** GB/T 9704: a title of several lines is broken between words. Here between the unit and “2024年度…决算情况说明”. */
const titleLines = (title: string): readonly string[] => (widthOf(title) > LINE ? titlePhrases(title) : [title]);

export const titleParagraph = (title: string): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.TITLE,
    children: titleLines(title).map((text, i) => new TextRun({ text: speakable(text), break: i > 0 ? 1 : undefined })),
  });
