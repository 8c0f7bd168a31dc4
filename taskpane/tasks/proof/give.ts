import { usePane } from '../../ui/context';
import { offer } from '../../ui/offer';
import { savedWords, saveFile } from '../../ui/save';
import type { Made } from './saving';

/** Hands a file over. A pane of Excel offers it first: preparing it may take longer than a click counts. */
export function useGive(): (make: () => Made) => void {
  const { session } = usePane();
  return (make) =>
    void session.attempt('保存', async () => {
      await Promise.resolve();
      const made = make();
      if (session.host.can.editableByUser) return void offer(made);
      saveFile(made.name, made.bytes, made.type);
      return savedWords(made.name);
    });
}
