import { UserError } from '../../kernel/user-error';
import { partBytes } from './kind';
import { attribute, escapeAttribute, outline, splice, withAttribute } from './xml';
import { textEntry, type ZipEntry } from './zip';

export interface Relationship {
  readonly id: string;
  /** Last word of the relationship type: worksheet, styles, chart … */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

const relationshipTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** The parts of an Office file. A part that nobody sets is written back byte for byte. */
export class OfficePackage {
  private readonly entries = new Map<string, ZipEntry>();

  constructor(
    entries: readonly ZipEntry[],
    private readonly file: string,
  ) {
    for (const entry of entries) this.entries.set(entry.name.toLowerCase(), entry);
  }

  all(): readonly ZipEntry[] {
    return [...this.entries.values()];
  }
  has(part: string): boolean {
    return this.entries.has(part.toLowerCase());
  }
  text(part: string): string {
    const entry = this.entries.get(part.toLowerCase());
    if (!entry) throw new UserError(`${this.file}：文件已损坏（缺少 ${part}）。请用 Excel 打开并另存一份后再试。`, { file: this.file });
    return new TextDecoder().decode(partBytes(entry, this.file));
  }
  set(part: string, text: string): void {
    this.entries.set(part.toLowerCase(), textEntry(this.entries.get(part.toLowerCase())?.name ?? part, text));
  }
  remove(part: string): void {
    this.entries.delete(part.toLowerCase());
  }

  /** A part name that is still free: `xl/charts/juesuan1.xml`. */
  free(stem: string, extension = 'xml'): string {
    let n = 1;
    while (this.has(`${stem}${n}.${extension}`)) n++;
    return `${stem}${n}.${extension}`;
  }

  relationships(part: string): readonly Relationship[] {
    const rels = relsPath(part);
    if (!this.has(rels)) return [];
    return outline(this.text(rels)).children.map(({ tag }) => ({
      id: attribute(tag, 'Id') ?? '',
      type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''),
      target: attribute(tag, 'TargetMode') === 'External' ? attribute(tag, 'Target')! : resolvePart(part, attribute(tag, 'Target') ?? ''),
      external: attribute(tag, 'TargetMode') === 'External',
    }));
  }

  /** Adds a relationship and gives its id. `target` is a part name. */
  relate(part: string, type: string, target: string): string {
    const rels = relsPath(part);
    const ids = this.relationships(part).map(({ id }) => id.toLowerCase());
    let n = ids.length + 1;
    while (ids.includes(`rid${n}`)) n++;
    const id = `rId${n}`;
    if (!this.has(rels)) this.set(rels, relationshipsXml([]));
    const document = outline(this.text(rels));
    const element = `<${document.prefix}Relationship Id="${id}" Type="${relationshipTypes}${type}" Target="/${escapeAttribute(target)}"/>`;
    this.set(rels, insertLast(document.xml, element));
    return id;
  }

  /** Lets an existing relationship point at another part. */
  retarget(part: string, id: string, target: string): void {
    const document = outline(this.text(relsPath(part)));
    const edits = document.children.flatMap((element) => {
      if (attribute(element.tag, 'Id') !== id) return [];
      return [{ start: element.start, end: element.inner, text: withAttribute(element.tag, 'Target', `/${target}`) }];
    });
    this.set(relsPath(part), splice(document.xml, edits));
  }

  /** Takes relationships out. */
  unrelate(part: string, which: (relationship: Relationship) => boolean): void {
    const ids = new Set(
      this.relationships(part)
        .filter(which)
        .map(({ id }) => id),
    );
    if (ids.size === 0) return;
    const document = outline(this.text(relsPath(part)));
    const gone = document.children.filter(({ tag }) => ids.has(attribute(tag, 'Id') ?? ''));
    this.set(
      relsPath(part),
      splice(
        document.xml,
        gone.map(({ start, end }) => ({ start, end, text: '' })),
      ),
    );
  }

  /** Declares what a part is; replaces an earlier declaration. */
  declare(part: string, contentType: string): void {
    this.undeclare([part]);
    const document = outline(this.text(TYPES));
    const element = `<${document.prefix}Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`;
    this.set(TYPES, insertLast(document.xml, element));
  }

  undeclare(parts: readonly string[]): void {
    const names = new Set(parts.map((part) => `/${part.toLowerCase()}`));
    const document = outline(this.text(TYPES));
    const gone = document.children.filter(
      ({ name, tag }) => name === 'Override' && names.has((attribute(tag, 'PartName') ?? '').toLowerCase()),
    );
    if (gone.length > 0)
      this.set(
        TYPES,
        splice(
          document.xml,
          gone.map(({ start, end }) => ({ start, end, text: '' })),
        ),
      );
  }

  /** Parts that can be reached from the package root. */
  reachable(): ReadonlySet<string> {
    const seen = new Set<string>();
    const visit = (part: string): void => {
      for (const { target, external } of this.relationships(part)) {
        const key = target.toLowerCase();
        if (external || seen.has(key) || !this.has(key)) continue;
        seen.add(key);
        visit(target);
      }
    };
    visit('');
    return seen;
  }

  /** Removes what was reachable before and no longer is: a replaced sheet's drawings, charts, printer settings. */
  sweep(before: ReadonlySet<string>): void {
    const now = this.reachable();
    const gone = [...before].filter((part) => !now.has(part));
    for (const part of gone) {
      this.remove(part);
      this.remove(relsPath(part));
    }
    this.undeclare(gone);
  }
}

const TYPES = '[Content_Types].xml';

/** `xl/workbook.xml` → `xl/_rels/workbook.xml.rels`; '' is the package itself. */
export const relsPath = (part: string): string => part.replace(/([^/]*)$/, '_rels/$1.rels');

export const relationshipsXml = (inner: readonly { readonly id: string; readonly type: string; readonly target: string }[]): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${relationshipTypes}${type}" Target="/${target}"/>`)
    .join('')}</Relationships>`;

/** A target as it is written in a .rels part, seen from the part it belongs to. */
function resolvePart(part: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : `${part.replace(/[^/]*$/, '')}${target}`;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The element becomes the last child of the root, which may have been empty (`<Types/>`). */
function insertLast(xml: string, element: string): string {
  const { root } = outline(xml);
  const tag = root.tag;
  if (tag.endsWith('/>')) {
    const name = /^<([^\s/>]+)/.exec(tag)![1];
    return splice(xml, [{ start: root.start, end: root.end, text: `${tag.slice(0, -2).trimEnd()}>${element}</${name}>` }]);
  }
  const close = xml.lastIndexOf('</', root.end - 1);
  return splice(xml, [{ start: close, end: close, text: element }]);
}
