import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Signature } from '../../../src/ooxml/word/edits';
import { readWord } from '../../../src/ooxml/word/file';
import { settled, type Way } from './revisions';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rel = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${office}/${type}" Target="${target}"/>`;
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const by: Signature = { author: '决算说明助手', date: '2025-08-12T09:30:00Z' };

/** A run; `look` is what stands in its w:rPr. */
export const run = (text: string, look = ''): string =>
  `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (inner: string, properties = ''): string =>
  `<w:p>${properties ? `<w:pPr>${properties}</w:pPr>` : ''}${inner}</w:p>`;
export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;

const styles = `<w:styles ${w}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style><w:style w:type="paragraph" w:styleId="2"><w:name w:val="二级"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="22"><w:name w:val="二级加粗"/><w:basedOn w:val="2"/></w:style><w:style w:type="paragraph" w:styleId="loop"><w:name w:val="圈"/><w:basedOn w:val="loop"/></w:style><w:style w:type="paragraph" w:styleId="L"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style></w:styles>`;

const level = (n: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = `<w:numbering ${w}><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCountingThousand', '（%2）')}${level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '')}${level(1, 'decimal', '%2.', '<w:pStyle w:val="L"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

/** A .docx by hand: `body` is the content of w:body; other parts may be added. */
export function docx(body: string, other: Readonly<Record<string, string>> = {}): Uint8Array {
  const known: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${word}.numbering+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rel(1, 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rel(1, 'styles', 'styles.xml')}${rel(2, 'numbering', 'numbering.xml')}${rel(3, 'footnotes', 'footnotes.xml')}${rel(4, 'comments', 'comments.xml')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${w} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
  };
  const all = { ...known, ...other };
  const present = (name: string): boolean => all[`word/${name}`] !== undefined;
  if (!other['word/_rels/document.xml.rels'])
    for (const name of ['footnotes.xml', 'comments.xml'])
      if (!present(name))
        all['word/_rels/document.xml.rels'] = all['word/_rels/document.xml.rels']!.replace(new RegExp(`<Relationship [^>]*${name}"/>`), '');
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])));
}

export const footnotes = (...texts: readonly string[]): string =>
  `<w:footnotes ${w}>${texts.map((text, i) => `<w:footnote w:id="${i + 1}">${paragraph(run(text))}</w:footnote>`).join('')}</w:footnotes>`;
export const comments = (...all: readonly { readonly id: number; readonly author: string; readonly text: string }[]): string =>
  `<w:comments ${w}>${all.map(({ id, author, text }) => `<w:comment w:id="${id}" w:author="${author}">${paragraph(run(text))}</w:comment>`).join('')}</w:comments>`;

/** Parts of a package as text, by a library that is not ours. */
export const parts = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, new TextDecoder().decode(data)]));

/** Texts of the document as Word has them after all changes were accepted or rejected, by a reader that is not ours. */
export const texts = (bytes: Uint8Array, way: Way): readonly string[] =>
  settled(parts(bytes)['word/document.xml']!, way).map(({ text }) => text);
/** Texts as we read them. */
export const read = (bytes: Uint8Array): readonly string[] => readWord(bytes).document.paragraphs.map(({ text }) => text);
