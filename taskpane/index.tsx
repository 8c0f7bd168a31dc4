import { inWorker } from './boot';

// Eager, lazily run: the worker evaluates none of the page's modules and the page none of the worker's.
if (inWorker) void import('./files/worker').then(({ runWorker }) => runWorker(self));
else if (!window.juesuanStopped)
  void Office.onReady()
    .then(() => import('./start-excel'))
    .then(({ startPane }) => startPane());
