import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice with a profile of its own: it opens a Word file, settles its tracked changes, and saves it. Needs soffice on the PATH. */
export class LibreOffice {
  private readonly work = mkdtempSync(path.join(os.tmpdir(), 'verify-word-'));
  private readonly profile = path.join(this.work, 'profile');

  constructor() {
    this.office('--terminate_after_init');
    this.writeMacro();
  }

  private office(...args: readonly string[]): void {
    const all = [`-env:UserInstallation=${pathToFileURL(this.profile).href}`, '--headless', '--norestore', ...args];
    execFileSync('soffice', all, { stdio: 'ignore', timeout: 180_000 });
  }

  /** A macro of one's own is the only way in without a display: it opens, settles all changes, and saves. */
  private writeMacro(): void {
    const code = `Sub Settle(source As String, target As String, command As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  If command &lt;&gt; "" Then dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "MS Word 2007 XML"
  document.storeToURL(target, filter())
  document.close(True)
End Sub
Sub PrintFilled(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  indexes = document.getDocumentIndexes()
  For n = 1 To 2
    For i = 0 To indexes.getCount() - 1
      indexes.getByIndex(i).update()
    Next i
  Next n
  Dim filter(0) As New com.sun.star.beans.PropertyValue
  filter(0).Name = "FilterName"
  filter(0).Value = "writer_pdf_Export"
  document.storeToURL(target, filter())
  document.close(True)
End Sub`;
    writeFileSync(
      path.join(this.profile, 'user', 'basic', 'Standard', 'Module1.xba'),
      `<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd"><script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${code}</script:module>`,
    );
  }

  /** The file as LibreOffice saves it after a command (.uno:AcceptAllTrackedChanges); '' = as it is. */
  settled(bytes: Uint8Array, name: string, command: string): Uint8Array {
    const [from, to] = [path.join(this.work, `${name}.docx`), path.join(this.work, `${name}-settled.docx`)];
    writeFileSync(from, bytes);
    this.office(`macro:///Standard.Module1.Settle("${pathToFileURL(from).href}","${pathToFileURL(to).href}","${command}")`);
    return new Uint8Array(readFileSync(to));
  }

  /** The lines of each printed page after the contents were filled; twice, as their own pages move what stands behind them. */
  printed(bytes: Uint8Array, name: string): readonly (readonly string[])[] {
    const [from, to] = [path.join(this.work, `${name}.docx`), path.join(this.work, `${name}.pdf`)];
    writeFileSync(from, bytes);
    this.office(`macro:///Standard.Module1.PrintFilled("${pathToFileURL(from).href}","${pathToFileURL(to).href}")`);
    const text = execFileSync('pdftotext', ['-layout', to, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const lines = (page: string): readonly string[] => page.split('\n').map((line) => line.replace(/\s/g, ''));
    return text
      .split('\f')
      .slice(0, -1)
      .map((page) => lines(page).filter((line) => line !== ''));
  }

  close(): void {
    rmSync(this.work, { recursive: true, force: true });
  }
}

/** Prints how many paragraphs there are and how many differ. Throws with the first five where any does. */
export function compareTexts(what: string, found: readonly string[], wanted: readonly string[]): void {
  const odd = wanted.flatMap((text, i) => (found[i] === text ? [] : [`第 ${i} 段：“${found[i]}”应为“${text}”`]));
  console.log(`${what}：${wanted.length} 段，不符 ${odd.length}，多 ${found.length - wanted.length}。`);
  if (odd.length > 0 || found.length !== wanted.length) throw new Error(odd.slice(0, 5).join('\n'));
}
