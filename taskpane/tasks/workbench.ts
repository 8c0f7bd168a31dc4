import type { Loaders } from './registry';

/** The 离线工作台 is one file: the panels are in it and start when first opened. */
export const workbenchTasks: Loaders = {
  proof: () => import('./proof/Panel'),
  roll: () => import('./roll/Panel'),
  consolidate: () => import('./consolidate/Panel'),
  many: () => import('./many/Panel'),
};
