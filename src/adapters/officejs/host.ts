import type { CellMarker, Host } from '../../app/ports';
import { excelEvents } from './events';
import { excelNavigator } from './navigator';
import { excelSettings } from './settings';
import { excelSource, type NamedSheets } from './source';

/** What writes into the workbook is a part of its own: a pane that only reads and checks does without. */
const writers = () => import(/* webpackChunkName: "writers" */ './writers');

/** Everything that the pane needs of Excel. Needs ExcelApi 1.9; call it after Office.onReady. */
export function excelHost(): Host {
  const names: NamedSheets = new Map();
  let marks: CellMarker | undefined;
  // One marker for all: it remembers what it has put on.
  const marker = async (): Promise<CellMarker> => {
    const { excelMarker } = await writers();
    return (marks ??= excelMarker());
  };
  return {
    can: {
      markByDefault: false,
      writeCheaply: false,
      editableByUser: true,
      get keepsUndo() {
        return Office.context.requirements.isSetSupported('ExcelApi', '1.19');
      },
    },
    source: excelSource(names),
    marker: {
      mark: async (wanted) => (await marker()).mark(wanted),
      clear: async () => (await marker()).clear(),
    },
    sink: { write: async (pictures, progress) => (await writers()).excelSink().write(pictures, progress) },
    navigator: excelNavigator(),
    settings: excelSettings(),
    events: excelEvents(names),
  };
}
