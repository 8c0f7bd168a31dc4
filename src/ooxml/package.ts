import { TYPES, typeOf, withoutTypes, withType } from './content-types';
import { inPart, PackageError } from './fault';
import { readRelationships, relationshipsXml, relsPath, withRelationship, type Relationship } from './relations';
import { attribute, outline, removed, splice, withAttribute } from './xml';
import { decodeXml } from './xml-text';
import type { ZipEntry } from './zip-entry';
import { inflate } from './zip-read';
import { entryOf, textEntry, writeZip } from './zip-write';

/**
 * The parts of an Office file (.xlsx, .docx). A part that nobody sets is written back byte for byte, still compressed.
 * Names are compared without case, as the package specification wants. Throws PackageError where a part is missing or damaged.
 */
export class OfficePackage {
  private readonly entries = new Map<string, ZipEntry>();

  constructor(entries: readonly ZipEntry[]) {
    for (const entry of entries) this.entries.set(entry.name.toLowerCase(), entry);
  }

  all(): readonly ZipEntry[] {
    return [...this.entries.values()];
  }
  /** The whole file. */
  bytes(): Uint8Array {
    return writeZip(this.all());
  }
  has(part: string): boolean {
    return this.entries.has(part.toLowerCase());
  }
  text(part: string): string {
    const entry = this.entries.get(part.toLowerCase());
    if (!entry) throw new PackageError({ kind: 'missingPart', part });
    return decodeXml(inflate(entry));
  }
  /** Writes a part; one that holds this very text already stays as it is. */
  set(part: string, text: string): void {
    if (this.has(part) && this.text(part) === text) return;
    this.entries.set(part.toLowerCase(), textEntry(this.entries.get(part.toLowerCase())?.name ?? part, text));
  }
  /** The bytes of a part that is no text: a picture, a workbook inside a document. */
  bytesOf(part: string): Uint8Array {
    const entry = this.entries.get(part.toLowerCase());
    if (!entry) throw new PackageError({ kind: 'missingPart', part });
    return inflate(entry);
  }
  /** Writes such a part. */
  put(part: string, data: Uint8Array): void {
    this.entries.set(part.toLowerCase(), entryOf(this.entries.get(part.toLowerCase())?.name ?? part, data));
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

  /** Relationships of a part; '' is the package itself. */
  relationships(part: string): readonly Relationship[] {
    const rels = relsPath(part);
    return this.has(rels) ? inPart(rels, () => readRelationships(this.text(rels), part)) : [];
  }

  /** The part that the package is about: xl/workbook.xml, word/document.xml. */
  mainPart(): string | undefined {
    const main = this.relationships('').find(({ type }) => type === 'officeDocument')?.target;
    return main !== undefined && this.has(main) ? main : undefined;
  }

  /** Adds a relationship and gives its id. `target` is a part name. */
  relate(part: string, type: string, target: string): string {
    const rels = relsPath(part);
    const ids = this.relationships(part).map(({ id }) => id.toLowerCase());
    let n = ids.length + 1;
    while (ids.includes(`rid${n}`)) n++;
    const id = `rId${n}`;
    this.set(rels, withRelationship(this.has(rels) ? this.text(rels) : relationshipsXml([]), id, type, target));
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
    this.set(
      relsPath(part),
      removed(
        document.xml,
        document.children.filter(({ tag }) => ids.has(attribute(tag, 'Id') ?? '')),
      ),
    );
  }

  /** The content type of a part. */
  typeOf(part: string): string | undefined {
    return inPart(TYPES, () => typeOf(this.text(TYPES), part));
  }

  /** Declares what a part is; replaces an earlier declaration. */
  declare(part: string, contentType: string): void {
    this.set(
      TYPES,
      inPart(TYPES, () => withType(this.text(TYPES), part, contentType)),
    );
  }

  undeclare(parts: readonly string[]): void {
    this.set(
      TYPES,
      inPart(TYPES, () => withoutTypes(this.text(TYPES), parts)),
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
