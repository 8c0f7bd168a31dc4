/** @jest-environment jsdom */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';

const root = path.join(__dirname, '../..');
const text = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

/** Order of child elements in an add-in only manifest, as far as this one uses them. */
const order: Readonly<Record<string, readonly string[]>> = {
  OfficeApp: [
    'Id',
    'AlternateId',
    'Version',
    'ProviderName',
    'DefaultLocale',
    'DisplayName',
    'Description',
    'IconUrl',
    'HighResolutionIconUrl',
    'SupportUrl',
    'AppDomains',
    'Hosts',
    'Requirements',
    'DefaultSettings',
    'Permissions',
    'Dictionary',
    'VersionOverrides',
    'ExtendedOverrides',
  ],
  VersionOverrides: ['Description', 'Requirements', 'Hosts', 'Resources', 'WebApplicationInfo', 'EquivalentAddins'],
  DesktopFormFactor: ['GetStarted', 'FunctionFile', 'ExtensionPoint'],
  GetStarted: ['Title', 'Description', 'LearnMoreUrl'],
  OfficeTab: ['Group'],
  Group: ['Label', 'Icon', 'Control'],
  Control: ['Label', 'ToolTip', 'Supertip', 'Icon', 'Action', 'Enabled'],
  Supertip: ['Title', 'Description'],
  Action: ['TaskpaneId', 'SourceLocation', 'Title'],
  Resources: ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'],
};

/** What is wrong with a manifest; nothing when all is well. */
function defectsOf(xml: string): readonly string[] {
  const all = [...new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('*')];
  const defects: string[] = [];
  const find = (name: string): readonly Element[] => all.filter((element) => element.tagName === name);
  const value = (element: Element): string => element.getAttribute('DefaultValue') ?? element.textContent ?? '';

  for (const element of all) {
    const wanted = order[element.tagName];
    if (!wanted) continue;
    const places = [...element.children].map((child) => wanted.indexOf(child.tagName));
    if (places.some((place) => place < 0)) defects.push(`${element.tagName} holds an element it must not hold`);
    if (places.some((place, i) => i > 0 && place < places[i - 1]!)) defects.push(`children of ${element.tagName} are out of order`);
  }

  const resources = new Map(
    ['bt:Image', 'bt:Url', 'bt:String']
      .flatMap((name) => find(name))
      .filter((element) => element.hasAttribute('id'))
      .map((element) => [element.getAttribute('id') ?? '', element] as const),
  );
  const used = all.filter((element) => element.hasAttribute('resid')).map((element) => element.getAttribute('resid')!);
  for (const id of used) {
    if (!resources.has(id)) defects.push(`resid ${id} is not defined`);
    if (id.length > 32) defects.push(`resid ${id} is longer than 32 characters`);
  }
  for (const id of resources.keys()) if (!used.includes(id)) defects.push(`resource ${id} is not used`);

  const ids = [...find('Control'), ...find('Group')].map((element) => element.getAttribute('id') ?? '');
  if (new Set(ids).size !== ids.length) defects.push('ids of controls are not unique');
  if (ids.some((id) => id.length === 0 || id.length > 125)) defects.push('an id of a control is empty or too long');
  const panes = find('TaskpaneId').map(value);
  // Two ids are two panes, one of which knows nothing of what is filled in the other.
  if (new Set(panes).size > 1) defects.push('the buttons open several panes');
  const words = find('SourceLocation').flatMap((element) => element.getAttribute('resid') ?? []);
  if (new Set(words).size !== words.length) defects.push('two buttons open the pane with the same word');

  const limit = (element: Element | undefined, most: number): void => {
    const texts = element ? [value(element), ...[...element.children].map((child) => child.getAttribute('Value') ?? '')] : [];
    if (texts.length === 0 || texts.some((one) => one.length === 0 || one.length > most))
      defects.push(`${element?.tagName} is empty or longer than ${most}`);
  };
  limit(find('DisplayName')[0], 125);
  limit(
    find('Description').find((element) => element.hasAttribute('DefaultValue')),
    250,
  );
  const inside = (name: string): readonly Element[] => find(name).flatMap((element) => [...element.children]);
  inside('bt:ShortStrings').forEach((element) => limit(element, 125));
  inside('bt:LongStrings').forEach((element) => limit(element, 250));
  for (const element of [find('DisplayName')[0], ...inside('bt:ShortStrings'), ...inside('bt:LongStrings')]) {
    if (![...(element?.children ?? [])].some((child) => child.getAttribute('Locale') === 'en-US'))
      defects.push(`${element?.tagName} has no English words`);
  }

  const urls = all
    .flatMap((element) =>
      /^(IconUrl|HighResolutionIconUrl|SupportUrl|AppDomain|SourceLocation|bt:Image|bt:Url)$/.test(element.tagName) ? [value(element)] : [],
    )
    .filter(Boolean);
  for (const url of urls) if (!url.startsWith('https://')) defects.push(`${url} is not https`);

  for (const image of find('bt:Image').filter((element) => element.hasAttribute('resid'))) {
    const url = resources.get(image.getAttribute('resid')!);
    const problem = url && iconDefect(value(url), Number(image.getAttribute('size')));
    if (problem) defects.push(problem);
  }
  for (const icon of find('Icon')) {
    const sizes = [...icon.children].map((child) => child.getAttribute('size'));
    for (const size of ['16', '32', '80']) if (!sizes.includes(size)) defects.push(`an icon lacks the size ${size}`);
  }

  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value(find('Id')[0]!)))
    defects.push('Id is not a GUID');
  if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(value(find('Version')[0]!))) defects.push('Version is not of four parts');
  if (find('Set')[0]?.getAttribute('MinVersion') !== '1.9') defects.push('the floor is not ExcelApi 1.9');
  return defects;
}

/** Width and height stand at bytes 16 and 20 of a PNG. */
function iconDefect(url: string, size: number): string | undefined {
  const file = path.join(root, new URL(url).pathname);
  if (!existsSync(file)) return `${url} does not exist`;
  const png = readFileSync(file);
  const isSize = png.readUInt32BE(16) === size && png.readUInt32BE(20) === size;
  return isSize ? undefined : `${url} is not ${size} pixels wide and high`;
}

describe('manifest.xml', () => {
  test('is in order, complete and consistent', () => {
    expect(defectsOf(text)).toEqual([]);
  });

  test.each([
    ['an element out of order', /(<Version>.*<\/Version>\s*)(<ProviderName>.*<\/ProviderName>)/, '$2$1', /out of order/],
    ['a supertip behind its icon', /(<Supertip>[\s\S]*?<\/Supertip>)\s*(<Icon>[\s\S]*?<\/Icon>)/, '$2$1', /out of order/],
    ['a resid that leads nowhere', 'resid="Open.Label"', 'resid="Open.Labell"', /not defined/],
    ['a resid that is too long', /Open\.Label/g, 'Open.Label.That.Is.Longer.Than.Excel.Takes', /longer than 32/],
    ['an address without https', 'https://localhost:3000/taskpane.html"', 'http://localhost:3000/taskpane.html"', /not https/],
    ['an icon that is not there', 'icon-80.png', 'icon-81.png', /does not exist/],
    ['an icon of another size', 'icons/icon-80.png', 'icons/icon-64.png', /not 80 pixels/],
    ['an Id that is no GUID', '7d1f5c0a', '7d1f5c0', /GUID/],
    ['a version of three parts', '1.0.0.0', '1.0.0', /four parts/],
    ['two controls of one id', 'Juesuan.Generate"', 'Juesuan.Open"', /not unique/],
    ['a button with a pane of its own', '<TaskpaneId>Juesuan.Pane', '<TaskpaneId>Juesuan.Other', /open several panes/],
    [
      'two buttons that say the same to the pane',
      '<SourceLocation resid="Url.Check" />',
      '<SourceLocation resid="Url.Clear" />',
      /same word/,
    ],
    ['a description that is too long', '文件只在本机处理。"', `${'长'.repeat(260)}"`, /longer than 250/],
    ['words without English', /<bt:Override Locale="en-US" Value="Open Assistant" \/>/, '', /no English/],
    ['a lower floor', /MinVersion="1.9"/, 'MinVersion="1.7"', /floor/],
  ] as const)('a planted defect is found: %s', (_, what, instead, message) => {
    const broken = text.replace(what as RegExp, instead);
    expect(broken).not.toBe(text);
    expect(defectsOf(broken).join('\n')).toMatch(message);
  });

  test("Microsoft's own reader reads it", async () => {
    const read = await OfficeAddinManifest.readManifestFile(path.join(root, 'manifest.xml'));
    expect(read).toMatchObject({
      defaultLocale: 'zh-CN',
      displayName: '决算说明助手',
      hosts: ['Workbook'],
      permissions: 'ReadWriteDocument',
      version: '1.0.0.0',
    });
  });

  test('a release names the server of the unit everywhere and keeps nothing of the development server', async () => {
    const { rebase } = (await import('../../scripts/manifest.mjs' as string)) as { rebase: (xml: string, base: string) => string };
    const released = rebase(text, 'https://excel.example.gov.cn/juesuan/');
    expect(released).not.toContain('localhost');
    expect(released).toContain('<AppDomain>https://excel.example.gov.cn</AppDomain>');
    expect(released).toContain('DefaultValue="https://excel.example.gov.cn/juesuan/taskpane.html?action=generate"');
    expect(() => rebase(text, 'http://excel.example.gov.cn')).toThrow('https');
    expect(() => rebase(text, 'excel')).toThrow('不是网址');
  });
});
