import type { Host } from '../../app/ports';
import { excelEvents } from './events';
import { excelMarker } from './marker';
import { excelNavigator } from './navigator';
import { excelSettings } from './settings';
import { excelSink } from './sheet-sink';
import { excelSource } from './source';

/** Everything that the pane needs of Excel. Needs ExcelApi 1.9; call it after Office.onReady. */
export const excelHost = (): Host => ({
  can: { markByDefault: false, writeCheaply: false, editableByUser: true, keepsUndo: false },
  source: excelSource(),
  marker: excelMarker(),
  sink: excelSink(),
  navigator: excelNavigator(),
  settings: excelSettings(),
  events: excelEvents(),
});
