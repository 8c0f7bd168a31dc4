export { excelMarker } from './marker';
export { excelSink } from './sheet-sink';
