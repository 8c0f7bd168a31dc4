import type { Loaders } from './registry';

/** In Excel each panel is a file of its own, fetched when it is first opened: webpackMode lazy, webpackChunkName its id. */
export const excelTasks: Loaders = {
  proof: () => import(/* webpackMode: "lazy", webpackChunkName: "proof" */ './proof/Panel'),
  roll: () => import(/* webpackMode: "lazy", webpackChunkName: "roll" */ './roll/Panel'),
  consolidate: () => import(/* webpackMode: "lazy", webpackChunkName: "consolidate" */ './consolidate/Panel'),
};
