import { strToU8, unzipSync, zipSync } from 'fflate';
import { PackageError, type PackageFault } from '../../src/ooxml/fault';
import { OfficePackage } from '../../src/ooxml/package';
import { readZip } from '../../src/ooxml/zip-read';
import { attribute } from '../../src/ooxml/xml';
import { decodeXml, escapeText, speakable, unescape } from '../../src/ooxml/xml-text';

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/a/b.xml" ContentType="application/b"/></Types>';
const rel = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
const rels = (...inner: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner.join('')}</Relationships>`;
const files: Record<string, string | Uint8Array> = {
  '[Content_Types].xml': types,
  '_rels/.rels': rels(rel('rId1', 'officeDocument', 'a/b.xml')),
  'a/b.xml': '<b/>',
  'a/_rels/b.xml.rels': rels(
    rel('rId1', 'image', '../media/x.png'),
    rel('rId7', 'hyperlink', 'https://x.gov.cn/?a=1&amp;b=2', ' TargetMode="External"'),
  ),
  'media/x.png': Uint8Array.of(1, 2, 3),
  'media/lost.png': Uint8Array.of(4),
};
const zipped = (more: Record<string, string | Uint8Array> = {}): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries({ ...files, ...more }).map(([n, c]) => [n, typeof c === 'string' ? strToU8(c) : c])));
const open = (more?: Record<string, string | Uint8Array>): OfficePackage => new OfficePackage(readZip(zipped(more)));
const faultOf = (work: () => unknown): PackageFault => {
  try {
    work();
  } catch (error) {
    if (error instanceof PackageError) return error.fault;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('a package', () => {
  test('gives relationships as part names, whether written from the part or from the root, and addresses as they are', () => {
    expect(open().relationships('a/b.xml')).toEqual([
      { id: 'rId1', type: 'image', target: 'media/x.png', external: false },
      { id: 'rId7', type: 'hyperlink', target: 'https://x.gov.cn/?a=1&b=2', external: true },
    ]);
    expect(open({ '_rels/.rels': rels(rel('r', 'officeDocument', '/A/B.xml')) }).mainPart()).toBe('A/B.xml');
    expect(open({ '_rels/.rels': rels(rel('r', 'officeDocument', 'gone.xml')) }).mainPart()).toBeUndefined();
  });

  test('what nobody sets is written back byte for byte; a part set to the text it has counts as not set', () => {
    const parts = open();
    const before = new Map(parts.all().map((entry) => [entry.name, entry.raw]));
    parts.set('A/b.xml', '<b/>');
    parts.undeclare(['nothing/there.xml']);
    for (const entry of new OfficePackage(readZip(parts.bytes())).all()) expect(entry.raw).toEqual(before.get(entry.name));
  });

  test('a new part gets a free name, an id that is not taken, and its type', () => {
    const parts = open();
    const part = parts.free('a/c');
    parts.set(part, '<c/>');
    parts.declare(part, 'application/c');
    expect(parts.relate('a/b.xml', 'c', part)).toBe('rId3');
    const again = new OfficePackage(readZip(parts.bytes()));
    expect(again.relationships('a/b.xml')[2]).toEqual({ id: 'rId3', type: 'c', target: 'a/c1.xml', external: false });
    expect([again.typeOf('a/c1.xml'), again.typeOf('A/B.XML'), again.typeOf('z.xml'), again.typeOf('z.png')]).toEqual([
      'application/c',
      'application/b',
      'application/xml',
      undefined,
    ]);
  });

  test('relating a part that had no relationships makes them', () => {
    const parts = open();
    parts.relate('media/x.png', 'note', 'a/b.xml');
    expect(parts.relationships('media/x.png')).toEqual([{ id: 'rId1', type: 'note', target: 'a/b.xml', external: false }]);
  });

  test('what only a removed relationship led to goes; what never was reachable is not ours to clear', () => {
    const parts = open();
    const before = parts.reachable();
    parts.unrelate('a/b.xml', ({ type }) => type === 'image');
    parts.sweep(before);
    expect([parts.has('media/x.png'), parts.has('media/lost.png'), parts.has('a/b.xml')]).toEqual([false, true, true]);
  });

  test('says which part is missing, damaged or no XML', () => {
    expect(faultOf(() => open().text('x.xml'))).toEqual({ kind: 'missingPart', part: 'x.xml' });
    expect(faultOf(() => open({ '_rels/.rels': '' }).mainPart())).toMatchObject({ kind: 'malformedXml' });
    expect(faultOf(() => readZip(zipped().subarray(0, 300)))).toEqual({ kind: 'notZip' });
    const long = zipped({ 'a/b.xml': `<b>${'甲'.repeat(50_000)}</b>` });
    const at = new TextDecoder('latin1').decode(long).indexOf('a/b.xml') + 7 + 20;
    long[at]! ^= 0x55;
    expect(faultOf(() => new OfficePackage(readZip(long)).text('a/b.xml'))).toEqual({ kind: 'damagedPart', part: 'a/b.xml' });
  });

  test('a part that promises more than its bytes can hold is damaged, and no memory is set aside for it', () => {
    const liar = zipped();
    const view = new DataView(liar.buffer);
    for (let at = 0; at + 46 < liar.length; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 0x7fffffff, true);
    expect(faultOf(() => new OfficePackage(readZip(liar)).text('a/b.xml'))).toEqual({ kind: 'damagedPart', part: 'a/b.xml' });
  });

  test('another program reads what we wrote', () => {
    const parts = open();
    parts.set('a/b.xml', '<b>收支&amp;</b>');
    expect(new TextDecoder().decode(unzipSync(parts.bytes())['a/b.xml'])).toBe('<b>收支&amp;</b>');
  });
});

describe('the text of a part', () => {
  const utf16 = (text: string, little: boolean): Uint8Array => {
    const bytes = new Uint8Array(2 + text.length * 2);
    const view = new DataView(bytes.buffer);
    [...`\ufeff${text}`].forEach((c, i) => view.setUint16(2 * i, c.charCodeAt(0), little));
    return bytes;
  };
  test.each([
    ['UTF-16, little end first', utf16('<?xml version="1.0" encoding="UTF-16"?><a>决算</a>', true)],
    ['UTF-16, big end first', utf16('<?xml version="1.0" encoding="UTF-16"?><a>决算</a>', false)],
    ['GBK', Uint8Array.of(...strToU8('<?xml version="1.0" encoding="GBK"?><a>'), 0xbe, 0xf6, 0xcb, 0xe3, ...strToU8('</a>'))],
  ])('%s is read, and declared as what it will be written in', (_, bytes) => {
    expect(decodeXml(bytes)).toBe('<?xml version="1.0" encoding="UTF-8"?><a>决算</a>');
  });

  test('an unknown encoding, or one that the bytes contradict, is taken as UTF-8', () => {
    for (const name of ['klingon', 'utf-16', 'UTF-8'])
      expect(decodeXml(strToU8(`<?xml version="1.0" encoding="${name}"?><a>决算</a>`))).toContain('<a>决算</a>');
  });

  test('what XML cannot hold is dropped, half characters and noncharacters included; whole ones stay', () => {
    expect(speakable('收\u0000支\u000b\ufffe\uffff\ud800总\udc00计\t\n𠮷')).toBe('收支总计\t\n𠮷');
    expect(escapeText('<a & "b">')).toBe('&lt;a &amp; &quot;b&quot;&gt;');
  });

  test('references are resolved; one beyond Unicode is no error', () => {
    expect(unescape('&#134071;&#x4e2d;&lt;&unknown;&#99999999;')).toBe('𠮷中<&unknown;\ufffd');
    expect(attribute(`<a b='"&amp;'/>`, 'b')).toBe('"&');
  });
});
