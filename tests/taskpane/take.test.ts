import { openWorkbook } from '../../src/adapters/file/open';
import { product } from '../../src/product/index';
import { FileHost } from '../../taskpane/files/file-host';
import type { FileJobs } from '../../taskpane/files/jobs';
import { takeFiles, type Leave } from '../../taskpane/files/take';
import { Session } from '../../taskpane/session/session';
import { sample } from '../contracts/doors';

jest.setTimeout(60_000);

const now = sample('sample-2024-faults.xlsx');
const before = sample('sample-2023.xlsx');

/** A file as a browser hands it over. */
const fileOf = (name: string, bytes: Uint8Array): File =>
  ({ name, arrayBuffer: () => Promise.resolve(bytes), text: () => Promise.resolve(new TextDecoder().decode(bytes)) }) as unknown as File;

function bench(leave: Leave = 'keep') {
  const jobs: FileJobs = {
    open: (bytes, file, role) => Promise.resolve(openWorkbook(bytes, file, role)),
    save: () => Promise.resolve({ bytes: new Uint8Array() }),
  };
  const host = new FileHost(jobs);
  const session = new Session(host, product);
  const asked: string[] = [];
  const take = (...files: readonly File[]) =>
    takeFiles(
      {
        session,
        host,
        jobs,
        askLeave: () => {
          asked.push('asked');
          return Promise.resolve(leave);
        },
        save: async () => {
          asked.push('saved');
          await host.save();
          return true;
        },
      },
      files,
    );
  return { host, session, take, asked };
}

test('this year and last year are told apart by what stands in the files, whatever their names and order', async () => {
  const { session, take } = bench();
  await take(fileOf('甲2025.xlsx', before), fileOf('乙2021.xlsx', now));
  const { file, checked, prior } = session.state();
  expect([file, checked!.report.year, prior?.file]).toEqual(['乙2021.xlsx', 2024, '甲2025.xlsx']);
});

test("last year's workbook dropped later does not replace the one that is open", async () => {
  const { session, take, asked } = bench();
  await take(fileOf('本年.xlsx', now));
  await session.enter([['unitShortName', '本局']]);
  await take(fileOf('随便.xlsx', before));
  expect([session.state().file, session.state().prior?.file, asked]).toEqual(['本年.xlsx', '随便.xlsx', []]);
  expect(session.state().checked!.supplements.text('unitShortName')?.text).toBe('本局');
});

test('a second workbook asks before it takes the place of typed work: kept, saved, given up', async () => {
  const typed = async (leave: Leave) => {
    const desk = bench(leave);
    await desk.take(fileOf('一.xlsx', now));
    await desk.session.enter([['unitShortName', '本局']]);
    await desk.take(fileOf('二.xlsx', now));
    return [desk.session.state().file, desk.asked];
  };
  expect(await typed('keep')).toEqual(['一.xlsx', ['asked']]);
  expect(await typed('save')).toEqual(['二.xlsx', ['asked', 'saved']]);
  expect(await typed('discard')).toEqual(['二.xlsx', ['asked']]);
});

test('nothing is asked where nothing was typed', async () => {
  const { session, take, asked } = bench();
  await take(fileOf('一.xlsx', now));
  await take(fileOf('二.xlsx', now));
  expect([session.state().file, asked]).toEqual(['二.xlsx', []]);
});

test('more than two workbooks are not opened here, and the way is shown', async () => {
  const { session, take } = bench();
  await take(...['一', '二', '三'].map((name) => fileOf(`${name}.xlsx`, now)));
  expect(session.state().problem?.message).toMatch(/3 个工作簿.*多单位/);
  expect(session.state().phase).toBe('start');
});
