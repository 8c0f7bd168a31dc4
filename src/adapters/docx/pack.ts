import { Packer, type Document } from 'docx';
import { OfficePackage } from '../../ooxml/package';
import { readZip } from '../../ooxml/zip-read';

const CORE = 'docProps/core.xml';
/** Names that the library draws by lot for the relations of charts, pictures and links. */
const drawn = /\brId[\w-]{21}(?=")/g;
/** Numbers of drawings that the library counts on from document to document. */
const drawing = /(<wp:docPr id=")\d+/g;

/**
 * The file of a document. With a day (2025-08-12) equal documents give equal files: the library writes the time of the clock
 * into properties and package, and names that differ from run to run.
 */
export async function packWord(word: Document, day?: string): Promise<Uint8Array> {
  const bytes = new Uint8Array(await Packer.toArrayBuffer(word));
  if (day === undefined) return bytes;
  const parts = new OfficePackage(readZip(bytes));
  const names = new Map<string, string>();
  const named = (name: string): string => {
    if (!names.has(name)) names.set(name, `rIdx${names.size + 1}`);
    return names.get(name)!;
  };
  for (const { name } of parts.all()) {
    if (name === CORE) {
      parts.set(name, parts.text(name).replace(/(<dcterms:(?:created|modified)\b[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`));
    } else if (/\.(xml|rels)$/.test(name)) {
      let drawings = 0;
      parts.set(
        name,
        parts
          .text(name)
          .replace(drawn, named)
          .replace(drawing, (_, start: string) => `${start}${++drawings}`),
      );
    } else if (name.endsWith('.xlsx')) parts.put(name, new OfficePackage(readZip(parts.bytesOf(name))).bytes());
  }
  return parts.bytes();
}
