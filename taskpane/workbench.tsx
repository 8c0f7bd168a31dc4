import './polyfills';
import { inWorker } from './boot';

if (inWorker) void import('./files/worker').then(({ runWorker }) => runWorker(self));
else void import('./start-workbench').then(({ startWorkbench }) => startWorkbench());
