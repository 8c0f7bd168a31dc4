import type { Host } from '../../app/ports';
import { excelEvents } from './events';
import { excelMarker } from './marker';
import { excelNavigator } from './navigator';
import { excelSettings } from './settings';
import { excelSink } from './sheet-sink';
import { excelSource, type NamedSheets } from './source';

/** Everything that the pane needs of Excel. Needs ExcelApi 1.9; call it after Office.onReady. */
export function excelHost(): Host {
  const names: NamedSheets = new Map();
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
    marker: excelMarker(),
    sink: excelSink(),
    navigator: excelNavigator(),
    settings: excelSettings(),
    events: excelEvents(names),
  };
}
