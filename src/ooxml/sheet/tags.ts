import { PackageError } from '../fault';

/** Steps through the tags of a part without building anything: a sheet has millions of them. */
export class Tags {
  /** Local name of the tag that `next` has found. */
  name = '';
  closing = false;
  empty = false;
  /** Its text, from `<` to behind `>`. */
  start = 0;
  end = 0;

  constructor(
    readonly xml: string,
    private readonly part: string,
    at = 0,
  ) {
    this.end = at;
  }

  /** Goes to the next tag; false at the end of the text. Comments, CDATA and instructions are stepped over. */
  next(): boolean {
    const { xml } = this;
    for (let at = xml.indexOf('<', this.end); at >= 0; at = xml.indexOf('<', this.end)) {
      const first = xml.charCodeAt(at + 1);
      if (first === 33 || first === 63) {
        this.end = this.after(at, first);
        continue;
      }
      this.start = at;
      this.closing = first === 47;
      const from = at + (this.closing ? 2 : 1);
      let name = from;
      let to = from;
      for (; ; to++) {
        const code = xml.charCodeAt(to);
        if (code === 58) name = to + 1;
        else if (code <= 32 || code === 62 || code === 47 || Number.isNaN(code)) break;
      }
      this.name = xml.slice(name, to);
      this.end = this.tagEnd(to);
      this.empty = xml.charCodeAt(this.end - 2) === 47;
      return true;
    }
    return false;
  }

  /** Value of an attribute of the tag, as written; undefined where it has none. */
  attribute(name: string): string | undefined {
    // Of the tag alone: a search for what is not there would run on to the end of the part, for every cell.
    const tag = this.xml.slice(this.start, this.end);
    for (let at = tag.indexOf(name); at >= 0; at = tag.indexOf(name, at + 1)) {
      if (!(tag.charCodeAt(at - 1) <= 32)) continue;
      let to = at + name.length;
      while (tag.charCodeAt(to) <= 32) to++;
      if (tag.charCodeAt(to) !== 61) continue;
      to++;
      while (tag.charCodeAt(to) <= 32) to++;
      const end = tag.indexOf(tag[to]!, to + 1);
      return end < 0 ? undefined : tag.slice(to + 1, end);
    }
    return undefined;
  }

  private tagEnd(from: number): number {
    const { xml } = this;
    for (let at = from; at < xml.length; at++) {
      const code = xml.charCodeAt(at);
      if (code === 62) return at + 1;
      if (code !== 34 && code !== 39) continue;
      at = xml.indexOf(code === 34 ? '"' : "'", at + 1);
      if (at < 0) break;
    }
    throw this.malformed();
  }

  private after(at: number, first: number): number {
    const { xml } = this;
    const close = first === 63 ? '?>' : xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : '>';
    const end = xml.indexOf(close, at);
    if (end < 0) throw this.malformed();
    return end + close.length;
  }

  malformed(): PackageError {
    return new PackageError({ kind: 'malformedXml', part: this.part });
  }
}
