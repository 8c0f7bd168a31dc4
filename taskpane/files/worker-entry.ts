import '../polyfills';
import { runWorker } from './worker';

// The worker of the pane has a script of its own, so that the pane loads the readers of files only when one is opened.
runWorker(self);
