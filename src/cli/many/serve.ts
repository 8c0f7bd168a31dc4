import type { MessagePort } from 'node:worker_threads';
import { useNativeZip } from '../files/native-zip';
import { perform, type Answer, type Task } from './tasks';

/** The other end of a Pool: answers one task after another. */
export function serveTasks(port: MessagePort): void {
  useNativeZip();
  port.on('message', (task: Task) => {
    void perform(task).then((answer) => port.postMessage(answer, buffersOf(answer)));
  });
}

/** Bytes are handed over, not copied; small ones may share a pool of Node and stay. */
const buffersOf = (answer: Answer): ArrayBuffer[] =>
  ('files' in answer ? answer.files : []).flatMap(([, data]) =>
    typeof data !== 'string' && data.byteLength === data.buffer.byteLength ? [data.buffer as ArrayBuffer] : [],
  );
