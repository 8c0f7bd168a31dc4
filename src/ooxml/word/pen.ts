import { escapeAttribute, escapeText } from '../xml-text';
import type { Signature } from './edits';

/** Writes the few elements that an edit needs, in the prefix of the part, with ids that nothing in the file has. */
export class Pen {
  constructor(
    /** `w:` mostly. */
    readonly p: string,
    private readonly by: Signature,
    private next: number,
  ) {}

  /** Attributes of a tracked change. */
  private signed(): string {
    return ` w:id="${this.next++}" w:author="${escapeAttribute(this.by.author)}" w:date="${escapeAttribute(this.by.date)}"`.replace(
      / w:/g,
      ` ${this.p || 'w:'}`,
    );
  }

  deleted(runs: string): string {
    return `<${this.p}del${this.signed()}>${runs}</${this.p}del>`;
  }
  inserted(runs: string): string {
    return `<${this.p}ins${this.signed()}>${runs}</${this.p}ins>`;
  }
  /** The mark at the end of a paragraph, deleted or inserted. */
  mark(kind: 'del' | 'ins'): string {
    return `<${this.p}${kind}${this.signed()}/>`;
  }

  run(properties: string, inner: string, attributes = ''): string {
    return `<${this.p}r${attributes}>${properties}${inner}</${this.p}r>`;
  }

  /** Text as it stands in a run: \t is a tab, \n a line break. */
  text(words: string): string {
    return words
      .split(/([\t\n])/)
      .map((part) => {
        if (part === '') return '';
        if (part === '\t') return `<${this.p}tab/>`;
        return part === '\n' ? `<${this.p}br/>` : this.raw(escapeText(part), false);
      })
      .join('');
  }

  /** Escaped text as an element of a run. */
  raw(escaped: string, gone: boolean): string {
    const name = `${this.p}${gone ? 'delText' : 't'}`;
    return `<${name} xml:space="preserve">${escaped}</${name}>`;
  }

  commentStart(id: number): string {
    return `<${this.p}commentRangeStart ${this.p || 'w:'}id="${id}"/>`;
  }
  commentEnd(id: number): string {
    const reference = `<${this.p}commentReference ${this.p || 'w:'}id="${id}"/>`;
    return `<${this.p}commentRangeEnd ${this.p || 'w:'}id="${id}"/>${this.run('', reference)}`;
  }
}
