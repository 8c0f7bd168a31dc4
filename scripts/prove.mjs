import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { inRoot, option } from './lib.mjs';
import { rebase } from './manifest.mjs';

/**
 * `npm run prove:prepare -- [--base https://服务器/路径] [--workbook 报表.xlsx]`: a folder out/prove for a Windows PC with Excel – a
 * manifest whose pane opens by itself, a workbook that asks for it, and the script that runs both (deploy/prove-in-excel.ps1).
 */
const AUTO = 'Office.AutoShowTaskpaneWithDocument';
const parts = 'http://schemas.openxmlformats.org/package/2006';
const office = 'http://schemas.microsoft.com/office';

/** An id of its own, so that the add-in in use stays as it is; the pane of a document opens by itself only under this name. */
export const provingManifest = (manifest) =>
  manifest
    .replace(/<Id>[0-9a-f-]+<\/Id>/, '<Id>0f0d5f1e-7a52-4c53-8d3e-2b8d1f7c6a10</Id>')
    .replaceAll(/<TaskpaneId>[^<]*<\/TaskpaneId>/g, `<TaskpaneId>${AUTO}</TaskpaneId>`)
    .replaceAll(/taskpane\.html(\?action=\w+)?"/g, 'taskpane.html?action=prove"');

/** The workbook with the add-in of this manifest in it: Excel opens its pane together with the workbook. */
export function autoOpening(bytes, manifest) {
  const [, id] = /<Id>([^<]*)<\/Id>/.exec(manifest);
  const [, version] = /<Version>([^<]*)<\/Version>/.exec(manifest);
  const entries = unzipSync(bytes);
  const add = (name, xml) => (entries[name] = strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`));
  const into = (name, end, xml) => (entries[name] = strToU8(strFromU8(entries[name]).replace(end, `${xml}${end}`)));
  add(
    'xl/webextensions/webextension1.xml',
    `<we:webextension xmlns:we="${office}/webextensions/webextension/2010/11" id="{${id}}"><we:reference id="${id}" version="${version}" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties><we:property name="${AUTO}" value="true"/></we:properties><we:bindings/><we:snapshot xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/></we:webextension>`,
  );
  add(
    'xl/webextensions/taskpanes.xml',
    `<wetp:taskpanes xmlns:wetp="${office}/webextensions/taskpanes/2010/11"><wetp:taskpane dockstate="right" visibility="1" width="350" row="0"><wetp:webextensionref xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`,
  );
  add(
    'xl/webextensions/_rels/taskpanes.xml.rels',
    `<Relationships xmlns="${parts}/relationships"><Relationship Id="rId1" Type="${office}/2011/relationships/webextension" Target="webextension1.xml"/></Relationships>`,
  );
  into(
    '_rels/.rels',
    '</Relationships>',
    `<Relationship Id="rIdPane" Type="${office}/2011/relationships/webextensiontaskpanes" Target="xl/webextensions/taskpanes.xml"/>`,
  );
  into(
    '[Content_Types].xml',
    '</Types>',
    '<Override PartName="/xl/webextensions/taskpanes.xml" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/><Override PartName="/xl/webextensions/webextension1.xml" ContentType="application/vnd.ms-office.webextension+xml"/>',
  );
  return zipSync(entries);
}

function main() {
  const manifest = provingManifest(rebase(readFileSync(inRoot('manifest.xml'), 'utf8'), option('--base') ?? 'https://localhost:3000'));
  const out = inRoot('out/prove');
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, 'manifest.xml'), manifest);
  const workbook = option('--workbook') ?? inRoot('assets/samples/sample-2024-faults.xlsx');
  writeFileSync(path.join(out, 'workbook.xlsx'), autoOpening(new Uint8Array(readFileSync(workbook)), manifest));
  for (const name of ['register-developer.ps1', 'prove-in-excel.ps1']) copyFileSync(inRoot('deploy', name), path.join(out, name));
  console.log(`已写入 ${out}。把这个文件夹拷到一台装有 Excel 的 Windows 电脑，在其中运行 prove-in-excel.ps1。`);
}

if (process.argv[1]?.endsWith('prove.mjs')) main();
