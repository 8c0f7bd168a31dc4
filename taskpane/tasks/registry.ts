import type { ComponentType } from 'react';

/**
 * What can be done in the pane besides writing the 说明, one folder each: taskpane/tasks/<id>/Panel.tsx exports `Panel`.
 * To add one: a line here, its loader in excel.ts and workbench.ts. A panel asks `usePane()` for session and door, fills
 * the height it is given, brings its own scroll and footer, and stays mounted but hidden while another task is in front.
 */
export const tasks = [
  { id: 'proof', title: '校对' },
  { id: 'roll', title: '承上年' },
  { id: 'consolidate', title: '汇总' },
  { id: 'many', title: '多单位' },
] as const;

export type TaskId = (typeof tasks)[number]['id'];

export interface PanelProps {
  /** In front, so that F8 and dropped files are meant for it. */
  readonly active: boolean;
  /** Brings 说明 to the front. */
  readonly toReport?: () => void;
}
export interface PanelModule {
  readonly Panel: ComponentType<PanelProps>;
}
/** The tasks that a door offers. */
export type Loaders = Partial<Record<TaskId, () => Promise<PanelModule>>>;
