import type { StyleLook } from '../../sheets/picture/picture';
import { attribute, outline, placeFor, splice, withAttribute, type Edit } from '../../ooxml/xml';
import { escapeAttribute } from '../../ooxml/xml-text';

const order = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;
type Part = 'numFmts' | 'fonts' | 'fills' | 'borders' | 'cellXfs' | 'dxfs';

/** Number formats that every workbook knows without declaring them. */
const builtIn: Record<string, number> = { General: 0, '0': 1, '0.00': 2, '#,##0': 3, '#,##0.00': 4, '0%': 9, '0.00%': 10, '@': 49 };

interface CellVariant {
  /** The text begins with a sign that would make it a formula when a person edits the cell. */
  readonly quoted?: boolean;
}

export const emptyStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>';

/**
 * A workbook's styles, only ever appended to: indexes of existing styles never change, and a style that is already
 * there (from an earlier run) is found again instead of added.
 */
export class StyleSheet {
  private readonly lists = new Map<Part, string[]>();
  private readonly known = new Map<Part, number>();
  private readonly p: string;

  constructor(private readonly xml: string) {
    const document = outline(xml);
    this.p = document.prefix;
    for (const part of ['numFmts', 'fonts', 'fills', 'borders', 'cellXfs', 'dxfs'] as const) {
      const element = document.children.find(({ name }) => name === part);
      const items = element ? outline(xml, element.start).children.map(({ start, end }) => xml.slice(start, end)) : [];
      this.lists.set(part, items);
      this.known.set(part, items.length);
    }
  }

  /** Index into cellXfs. */
  cell(look: StyleLook, variant: CellVariant = {}): number {
    const p = this.p;
    const font = this.index('fonts', this.font(look));
    const fill = look.fill ? this.index('fills', this.fill(look.fill, false)) : 0;
    const border = look.border ? this.index('borders', this.border(look.border)) : 0;
    const alignment = [
      look.align && ` horizontal="${look.align}"`,
      ` vertical="${look.vertical ?? 'center'}"`,
      look.wrap && ' wrapText="1"',
      look.indent && ` indent="${look.indent}"`,
    ];
    const format = this.format(look.format ?? 'General');
    const applied = `${format ? ' applyNumberFormat="1"' : ''} applyFont="1"${fill ? ' applyFill="1"' : ''}${border ? ' applyBorder="1"' : ''} applyAlignment="1"`;
    const head = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${variant.quoted ? ' quotePrefix="1"' : ''}${applied}`;
    return this.index('cellXfs', `<${p}xf ${head}><${p}alignment${alignment.filter(Boolean).join('')}/></${p}xf>`);
  }

  /** Index into dxfs: the look a conditional format lies over a cell. */
  overlay(look: { readonly color?: string; readonly fill?: string; readonly bold?: boolean }): number {
    const p = this.p;
    const font = look.color || look.bold ? `<${p}font>${look.bold ? `<${p}b/>` : ''}${this.color(look.color)}</${p}font>` : '';
    return this.index('dxfs', `<${p}dxf>${font}${look.fill ? this.fill(look.fill, true) : ''}</${p}dxf>`);
  }

  /** The part with everything appended; the very same text when nothing was. */
  toXml(): string {
    const document = outline(this.xml);
    const edits = [...this.lists].flatMap(([part, items]): Edit[] => {
      const added = items.slice(this.known.get(part));
      if (added.length === 0) return [];
      const element = document.children.find(({ name }) => name === part);
      if (!element) {
        const at = placeFor(document, part, order);
        return [{ start: at, end: at, text: `<${this.p}${part} count="${items.length}">${added.join('')}</${this.p}${part}>` }];
      }
      const tag = withAttribute(element.tag, 'count', String(items.length));
      if (element.tag.endsWith('/>')) {
        return [{ start: element.start, end: element.end, text: `${tag.slice(0, -2)}>${added.join('')}</${this.p}${part}>` }];
      }
      const close = this.xml.lastIndexOf('</', element.end - 1);
      return [
        { start: element.start, end: element.inner, text: tag },
        { start: close, end: close, text: added.join('') },
      ];
    });
    return splice(this.xml, edits);
  }

  private index(part: Part, item: string): number {
    const items = this.lists.get(part)!;
    const there = items.indexOf(item);
    return there >= 0 ? there : items.push(item) - 1;
  }

  private format(code: string): number {
    if (builtIn[code] !== undefined) return builtIn[code];
    const items = this.lists.get('numFmts')!;
    const there = items.find((item) => attribute(item, 'formatCode') === code);
    if (there) return Number(attribute(there, 'numFmtId'));
    const id = Math.max(163, ...items.map((item) => Number(attribute(item, 'numFmtId')))) + 1;
    items.push(`<${this.p}numFmt numFmtId="${id}" formatCode="${escapeAttribute(code)}"/>`);
    return id;
  }

  private color(rgb: string | undefined): string {
    return rgb ? `<${this.p}color rgb="FF${rgb}"/>` : '';
  }

  private font(look: StyleLook): string {
    const p = this.p;
    const marks = `${look.bold ? `<${p}b/>` : ''}${look.italic ? `<${p}i/>` : ''}${look.underline ? `<${p}u/>` : ''}`;
    return `<${p}font>${marks}<${p}sz val="${look.size}"/>${this.color(look.color)}<${p}name val="${escapeAttribute(look.font)}"/><${p}charset val="134"/></${p}font>`;
  }

  /** A conditional format shows the background colour of a solid fill, a cell its foreground colour. */
  private fill(rgb: string, overlay: boolean): string {
    const p = this.p;
    const back = overlay ? `<${p}bgColor rgb="FF${rgb}"/>` : `<${p}bgColor indexed="64"/>`;
    return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${rgb}"/>${back}</${p}patternFill></${p}fill>`;
  }

  private border(kind: 'thin' | 'bottom'): string {
    const p = this.p;
    const side = (name: string, drawn: boolean): string =>
      drawn ? `<${p}${name} style="thin"><${p}color rgb="FF8C8C8C"/></${p}${name}>` : `<${p}${name}/>`;
    const all = kind === 'thin';
    return `<${p}border>${side('left', all)}${side('right', all)}${side('top', all)}${side('bottom', true)}<${p}diagonal/></${p}border>`;
  }
}
