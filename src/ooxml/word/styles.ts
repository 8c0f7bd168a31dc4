import { at, attributeOf, childOf, type Tree } from '../tree';

interface ParagraphStyle {
  readonly name: string;
  /** 1 … 9 where the style or one it is based on is a heading. */
  readonly level?: number;
  readonly numId?: string;
  readonly numLevel?: number;
}

export interface Styles {
  /** The paragraph style of that id; of the default style where there is none. */
  paragraph(id: string | undefined): ParagraphStyle;
  /** Does a character style hide its text? */
  hides(id: string | undefined): boolean;
}

interface Raw extends Partial<ParagraphStyle> {
  readonly name: string;
  readonly base?: string;
  readonly hidden: boolean;
}

/** Outline level 0 … 8 as 1 … 9; 9 means body text. */
export function outlineLevel(value: string | undefined): number | undefined {
  const level = Number(value);
  return value !== undefined && level >= 0 && level <= 8 ? level + 1 : undefined;
}

/** The styles part, as far as structure depends on it; without the part every paragraph is body text. */
export function readStyles(tree: Tree | undefined): Styles {
  const all = new Map<string, Raw>();
  let standard: string | undefined;
  for (const style of tree?.root.children.filter(({ name }) => name === 'style') ?? []) {
    const { xml } = tree!;
    const id = attributeOf(xml, style, 'styleId') ?? '';
    const value = (...path: readonly string[]): string | undefined => {
      const node = at(style, ...path);
      return node && attributeOf(xml, node, 'val');
    };
    const name = value('name') ?? id;
    const own = at(style, 'pPr', 'outlineLvl') ? outlineLevel(value('pPr', 'outlineLvl')) : Number(/^heading ([1-9])$/i.exec(name)?.[1]);
    all.set(id, {
      name,
      base: value('basedOn'),
      level: own === undefined || Number.isNaN(own) ? undefined : own,
      numId: value('pPr', 'numPr', 'numId'),
      numLevel: at(style, 'pPr', 'numPr', 'ilvl') && Number(value('pPr', 'numPr', 'ilvl')),
      hidden: childOf(childOf(style, 'rPr'), 'vanish') !== undefined,
    });
    if (attributeOf(xml, style, 'type') === 'paragraph' && /^(1|true|on)$/.test(attributeOf(xml, style, 'default') ?? '')) standard = id;
  }
  const known = new Map<string, ParagraphStyle>();
  const resolve = (id: string, seen: readonly string[]): ParagraphStyle => {
    const ready = known.get(id);
    if (ready) return ready;
    const style = all.get(id);
    // A style that is based on itself, by however many steps, ends where it began.
    if (!style || seen.includes(id)) return { name: style?.name ?? '' };
    const base = style.base === undefined ? undefined : resolve(style.base, [...seen, id]);
    const whole = {
      name: style.name,
      level: style.level ?? base?.level,
      numId: style.numId ?? base?.numId,
      numLevel: style.numLevel ?? base?.numLevel,
    };
    known.set(id, whole);
    return whole;
  };
  return {
    paragraph: (id) => resolve(id !== undefined && all.has(id) ? id : (standard ?? ''), []),
    hides: (id) => id !== undefined && (all.get(id)?.hidden ?? false),
  };
}
