import { isBookName } from '../../../src/kernel/book-names';
import type { Assistant } from '../../../src/app/assistant';
import { pairUp, type Identity, type Left, type Pair } from '../../../src/app/pair';
import { publishedOf } from '../../../src/app/published-words';
import { readinessOf } from '../../../src/app/readiness';
import type { Dossier } from '../../../src/app/dossier';
import { UserError } from '../../../src/kernel/errors';
import type { PublishedDocument } from '../../../src/narrative/document';
import type { Profile } from '../../../src/narrative/profile';
import { entryOf, textEntry, writeZip } from '../../../src/ooxml/zip-write';
import { identify, identityOf, type GivenFile, type OpenBytes } from '../../files/identify';
import { TaskDesk, type TaskState } from '../task-desk';

/** One unit of the folder, and what came of it. */
export interface Unit extends Pair {
  /** undefined until it has been checked. */
  readonly result?: { readonly read: number; readonly unequal: number; readonly forms: number; readonly blanks: number };
  /** Why it could not be done. */
  readonly failed?: string;
}

interface ManyState extends TaskState {
  /** Workbooks given. */
  readonly files: number;
  readonly units: readonly Unit[];
  readonly left: readonly Left[];
  readonly problem?: { readonly message: string; readonly details: string };
}

interface ManyDoor {
  readonly open: OpenBytes;
  readonly assistant: Assistant;
  /** The profile that is chosen now. */
  readonly profile: () => Profile;
  readonly toWord: (document: PublishedDocument) => Promise<Uint8Array>;
  readonly toText: (document: PublishedDocument) => string;
}

const isBook = ({ name }: GivenFile): boolean => isBookName(name);
/** What systems and programs leave in a folder; nobody has given it. */
const isPassedOver = ({ name }: GivenFile): boolean => /^(\.|~\$)|^(thumbs\.db|desktop\.ini)$/i.test(name);
/** What a file system refuses in a name. */
const safe = (name: string): string => name.replace(/[\\/:*?"<>|\r\n\t]/g, '_').trim() || '单位';

/** 多单位 in the pane: a folder of workbooks, unit by unit. Knows neither React nor the page; never holds two units at once. */
export class ManyDesk extends TaskDesk<ManyState> {
  protected readonly stopped = '已停下，做完的单位留在表里；再加文件或点“继续核对”时接着做。';
  /** By the path under which it is known here. */
  private readonly books = new Map<string, { readonly file: GivenFile; readonly identity: Identity }>();
  private unread: Left[] = [];

  constructor(private readonly door: ManyDoor) {
    super({ files: 0, units: [], left: [] });
  }

  readonly say = (notice: string): void => this.set({ notice });

  /** The files of a unit, this year's first: to open it alone. */
  filesOf({ now, prior }: Pair): readonly GivenFile[] {
    return [now, prior].flatMap((path) => (path === undefined ? [] : (this.books.get(path)?.file ?? [])));
  }

  /** Takes workbooks, pairs all that are there by what stands in them, and checks the units that are new or changed. */
  readonly add = (files: readonly GivenFile[]): Promise<void> =>
    this.takingIn(async () => {
      const meant = files.filter((file) => !isPassedOver(file));
      const given = meant.filter(isBook);
      for (const { name } of meant.filter((file) => !isBook(file)))
        this.unread.push({ path: this.pathFor(name), why: '不是工作簿（.xlsx、.xls、.xlsb、.ods），没有读取。' });
      for (const [done, file] of given.entries()) {
        await this.step(`识别 ${file.name}`, done, given.length);
        const path = this.pathFor(file.name);
        try {
          const found = await identify(this.door.open, file);
          this.books.set(path, { file, identity: identityOf(found, path) });
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          this.unread.push({ path, why: error.message });
        }
      }
      this.pair();
      await this.checkAll();
    });

  /** One name twice is two files: they come from different folders. */
  private pathFor(name: string): string {
    let path = name;
    for (let n = 2; this.books.has(path) || this.unread.some((one) => one.path === path); n++) path = `${name}（${n}）`;
    return path;
  }

  private pair(): void {
    const { pairs, left } = pairUp([...this.books.values()].map(({ identity }) => identity));
    const known = new Map(this.current.units.map((unit) => [`${unit.now}\n${unit.prior ?? ''}`, unit]));
    this.set({
      files: this.books.size + this.unread.length,
      units: pairs.map((one) => known.get(`${one.now}\n${one.prior ?? ''}`) ?? one),
      left: [...this.unread, ...left],
    });
  }

  private async checkAll(): Promise<void> {
    const { units } = this.current;
    for (const [done, unit] of units.entries()) {
      if (unit.result) continue;
      await this.step(`核对 ${unit.unit}`, done, units.length);
      const { row } = await this.tried(unit);
      this.set({ units: this.current.units.map((one) => (one === unit ? row : one)) });
    }
  }

  /** One unit from its files; a workbook that cannot be used costs that unit only. */
  private async tried(unit: Unit): Promise<{ readonly row: Unit; readonly dossier?: Dossier }> {
    const plain: Pair = { unit: unit.unit, year: unit.year, now: unit.now, ...(unit.prior === undefined ? {} : { prior: unit.prior }) };
    try {
      const [now, before] = this.filesOf(unit);
      const read = async (file: GivenFile, role: '本年' | '上年') =>
        this.door.open(new Uint8Array(await file.arrayBuffer()), file.name, role);
      const workbook = await read(now!, '本年');
      const prior = before && (await read(before, '上年'));
      const dossier = await this.door.assistant.open({ workbook, prior, profile: this.door.profile() });
      const { tables } = dossier.checked.report;
      const { causes, forms, blanks } = readinessOf(dossier, publishedOf(workbook, dossier.draft));
      const read_ = tables.filter(({ role, status }) => role === '本年' && status === 'read').length;
      return { row: { ...plain, result: { read: read_, unequal: causes.length, forms: forms.length, blanks: blanks.length } }, dossier };
    } catch (error) {
      if (error instanceof UserError) return { row: { ...plain, failed: error.message } };
      throw error;
    }
  }

  /** All texts as Word and plain text in one zip, a folder for each unit; undefined where it was cancelled or nothing came out. */
  async zip(): Promise<Uint8Array | undefined> {
    let bytes: Uint8Array | undefined;
    await this.takingIn(async () => {
      const { units } = this.current;
      const entries = [];
      const names = new Set<string>();
      const lines = ['单位\t年度\t已读\t不平\t缺表\t待填\t备注'];
      for (const [done, unit] of units.entries()) {
        await this.step(`生成 ${unit.unit}`, done, units.length);
        const { row, dossier } = await this.tried(unit);
        const { read = '', unequal = '', forms = '', blanks = '' } = row.result ?? {};
        lines.push([unit.unit, unit.year, read, unequal, forms, blanks, row.failed ?? ''].join('\t'));
        if (!dossier) continue;
        const text = publishedOf(dossier.checked.workbook, dossier.draft);
        let folder = safe(unit.unit);
        for (let n = 2; names.has(folder); n++) folder = `${safe(unit.unit)}-${n}`;
        names.add(folder);
        const name = `${folder}/${folder}${unit.year}年度决算情况说明`;
        // Word is a zip already: packing it again gains nothing.
        entries.push(entryOf(`${name}.docx`, await this.door.toWord(text), true), textEntry(`${name}.txt`, this.door.toText(text)));
      }
      for (const { path, why } of this.current.left) lines.push([path, '', '', '', '', '', why].join('\t'));
      bytes = writeZip([textEntry('汇总.txt', `${lines.join('\r\n')}\r\n`), ...entries]);
    });
    return bytes;
  }

  /** What had come in until a failure stays and can be gone on with. */
  private takingIn(job: () => Promise<void>): Promise<void> {
    return this.doing('准备', async () => {
      try {
        await job();
      } catch (error) {
        this.pair();
        throw error;
      }
    });
  }
}
