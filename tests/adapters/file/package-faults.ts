import { partsOf } from './bytes';

const sheetOrder =
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF picture oleObjects controls webPublishItems tableParts extLst'.split(
    ' ',
  );
const bookOrder =
  'fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches'.split(
    ' ',
  );
const styleOrder = 'numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst'.split(' ');
const seriesOrder = 'idx order tx spPr explosion invertIfNegative dPt dLbls trendline errBars cat val'.split(' ');
const labelOrder =
  'numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator showLeaderLines'.split(' ');

interface Node {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
}

/** A strict little parser: throws where a document is not well-formed. */
function parse(xml: string, part: string): Node {
  const root: Node = { name: '', attributes: {}, children: [] };
  const stack = [root];
  let end = 0;
  for (const found of xml.matchAll(/<(\?[^>]*\?|!--.*?--|(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?))>/gs)) {
    const between = xml.slice(end, found.index);
    if (/[<>]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(between))
      throw new Error(`${part}: stray markup in “${between.slice(0, 40)}”`);
    end = found.index + found[0].length;
    const [, , close, name, attributes, empty] = found;
    if (name === undefined) continue;
    if (close) {
      if (stack.pop()?.name !== name) throw new Error(`${part}: </${name}> closes another element`);
      continue;
    }
    const pairs = [...attributes!.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, value!] as const);
    if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`${part}: attribute twice in <${name}>`);
    const node: Node = { name, attributes: Object.fromEntries(pairs), children: [] };
    stack[stack.length - 1]!.children.push(node);
    if (!empty) stack.push(node);
  }
  if (stack.length !== 1 || root.children.length !== 1) throw new Error(`${part}: not one closed root`);
  return root.children[0]!;
}

const local = (name: string): string => name.replace(/^.*:/, '');
const child = (node: Node | undefined, name: string): Node | undefined => node?.children.find((c) => local(c.name) === name);
const all = (node: Node, name: string): Node[] => [
  ...(local(node.name) === name ? [node] : []),
  ...node.children.flatMap((c) => all(c, name)),
];

function outOfOrder(node: Node, order: readonly string[], part: string): string[] {
  const ranks = node.children.map((c) => order.indexOf(local(c.name)));
  const unknown = node.children.filter((_, i) => ranks[i]! < 0).map((c) => `${part}: <${local(c.name)}> in <${local(node.name)}>`);
  const wrong = ranks.some((rank, i) => i > 0 && rank < ranks[i - 1]!)
    ? [`${part}: order of ${node.children.map((c) => local(c.name)).join(' ')}`]
    : [];
  return [...unknown, ...wrong];
}

const twice = (values: readonly string[], what: string): string[] =>
  values.filter((value, i) => values.indexOf(value) !== i).map((value) => `${what} twice: ${value}`);

/** What Excel would “repair” in a package, as far as the standard says so; [] when nothing is wrong. */
export function packageFaults(bytes: Uint8Array): readonly string[] {
  const parts = partsOf(bytes);
  const faults: string[] = twice(
    Object.keys(parts).map((name) => name.toLowerCase()),
    'part',
  );
  const trees = new Map(
    Object.entries(parts)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, xml]) => [name, parse(xml, name)] as const),
  );

  const types = trees.get('[Content_Types].xml')!;
  const overrides = types.children.filter((c) => local(c.name) === 'Override').map((c) => c.attributes.PartName!);
  const defaults = types.children.filter((c) => local(c.name) === 'Default').map((c) => c.attributes.Extension!.toLowerCase());
  faults.push(
    ...twice(
      overrides.map((name) => name.toLowerCase()),
      'override',
    ),
    ...overrides.filter((name) => parts[name.slice(1)] === undefined).map((name) => `override of missing ${name}`),
  );
  faults.push(
    ...Object.keys(parts)
      .filter((name) => name !== '[Content_Types].xml' && !overrides.includes(`/${name}`) && !defaults.includes(name.replace(/^.*\./, '')))
      .map((name) => `no type: ${name}`),
  );
  for (const name of Object.keys(parts)) {
    if (/^xl\/(worksheets|charts|drawings)\/[^/]*\.xml$/.test(name) && !overrides.includes(`/${name}`)) faults.push(`no override: ${name}`);
  }

  for (const [name, tree] of trees) {
    if (!name.endsWith('.rels')) continue;
    const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
    faults.push(
      ...twice(
        tree.children.map((c) => c.attributes.Id!),
        `${name} id`,
      ),
    );
    for (const { attributes } of tree.children) {
      if (attributes.TargetMode === 'External') continue;
      const target = attributes.Target!.startsWith('/')
        ? attributes.Target!.slice(1)
        : new URL(attributes.Target!, `http://x/${owner}`).pathname.slice(1);
      if (parts[target] === undefined) faults.push(`${name}: no part ${target}`);
    }
    if (owner !== '' && parts[owner] === undefined) faults.push(`${name}: relationships of a missing part`);
  }
  const idsOf = (part: string): string[] =>
    (trees.get(part.replace(/([^/]*)$/, '_rels/$1.rels'))?.children ?? []).map((c) => c.attributes.Id!);

  const book = trees.get('xl/workbook.xml')!;
  const sheets = child(book, 'sheets')!.children;
  faults.push(...outOfOrder(book, bookOrder, 'workbook'));
  faults.push(
    ...twice(
      sheets.map((s) => s.attributes.sheetId!),
      'sheetId',
    ),
    ...twice(
      sheets.map((s) => s.attributes.name!.toLowerCase()),
      'sheet name',
    ),
    ...twice(
      sheets.map((s) => s.attributes['r:id']!),
      'sheet r:id',
    ),
  );
  faults.push(
    ...sheets
      .filter((s) => !idsOf('xl/workbook.xml').includes(s.attributes['r:id']!))
      .map((s) => `sheet ${s.attributes.name} has no relationship`),
  );
  const names = child(book, 'definedNames');
  if (names?.children.length === 0) faults.push('empty definedNames');
  faults.push(
    ...twice(
      (names?.children ?? []).map((n) => `${n.attributes.name}@${n.attributes.localSheetId ?? ''}`),
      'name',
    ),
  );
  faults.push(
    ...(names?.children ?? [])
      .filter((n) => Number(n.attributes.localSheetId ?? 0) >= sheets.length)
      .map((n) => `name ${n.attributes.name} of no sheet`),
  );

  const styles = [...trees].find(([name]) => /styles\d*\.xml$/.test(name) && name.startsWith('xl/'))?.[1];
  if (styles) faults.push(...outOfOrder(styles, styleOrder, 'styles'));
  const count = (list: string): number => child(styles, list)?.children.length ?? 0;
  for (const xf of child(styles, 'cellXfs')?.children ?? []) {
    const { fontId, fillId, borderId } = xf.attributes;
    if (Number(fontId) >= count('fonts') || Number(fillId) >= count('fills') || Number(borderId) >= count('borders'))
      faults.push(`xf points outside: ${JSON.stringify(xf.attributes)}`);
  }
  for (const list of ['fonts', 'fills', 'borders', 'cellXfs', 'dxfs']) {
    const declared = child(styles, list)?.attributes.count;
    if (declared !== undefined && Number(declared) !== count(list)) faults.push(`${list} count ${declared} is not ${count(list)}`);
  }

  for (const [name, tree] of trees) {
    if (/^xl\/worksheets\/[^/]*\.xml$/.test(name)) faults.push(...sheetFaults(tree, name, idsOf(name), count));
    if (/^xl\/charts\/[^/]*\.xml$/.test(name)) {
      for (const series of all(tree, 'ser')) faults.push(...outOfOrder(series, seriesOrder, name));
      for (const labels of all(tree, 'dLbls')) faults.push(...outOfOrder(labels, labelOrder, name));
    }
    if (/^xl\/drawings\/[^/]*\.xml$/.test(name))
      faults.push(
        ...all(tree, 'chart')
          .filter((c) => !idsOf(name).includes(c.attributes['r:id']!))
          .map(() => `${name}: chart without relationship`),
      );
  }
  return faults;
}

function sheetFaults(tree: Node, name: string, ids: readonly string[], count: (list: string) => number): string[] {
  const faults = outOfOrder(tree, sheetOrder, name);
  const rows = child(tree, 'sheetData')!.children;
  const ascending = (values: readonly number[]): boolean => values.every((value, i) => i === 0 || value > values[i - 1]!);
  const column = (a1: string): number => [...a1.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (!ascending(rows.map((row) => Number(row.attributes.r)))) faults.push(`${name}: rows not ascending`);
  for (const row of rows) {
    if (!ascending(row.children.map((c) => column(c.attributes.r!))))
      faults.push(`${name}: cells of row ${row.attributes.r} not ascending`);
    faults.push(
      ...row.children
        .filter((c) => Number(c.attributes.s ?? 0) >= Math.max(1, count('cellXfs')))
        .map((c) => `${name}: style of ${c.attributes.r}`),
    );
  }
  const rules = all(tree, 'cfRule');
  faults.push(
    ...twice(
      rules.map((rule) => rule.attributes.priority!),
      `${name}: priority`,
    ),
  );
  faults.push(...rules.filter((rule) => Number(rule.attributes.dxfId) >= count('dxfs')).map(() => `${name}: dxfId`));
  const drawing = child(tree, 'drawing');
  if (drawing && !ids.includes(drawing.attributes['r:id']!)) faults.push(`${name}: drawing without relationship`);
  faults.push(
    ...all(tree, 'dataValidation')
      .filter((v) => v.attributes.type !== undefined && !child(v, 'formula1'))
      .map(() => `${name}: list without values`),
  );
  return faults;
}
