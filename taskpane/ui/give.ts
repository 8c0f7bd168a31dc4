import { usePane } from './context';
import { offer, type Offer } from './offer';
import { savedWords, saveFile } from './save';

/** A page saves at once, and says so. In a pane of Excel the preparing may take longer than a click counts: the file is offered first. */
export function useGive(): (made: Offer) => string | undefined {
  const { session } = usePane();
  return (made) => {
    if (session.host.can.editableByUser) return void offer(made);
    saveFile(made.name, made.bytes, made.type);
    return savedWords(made.name, made.note);
  };
}

/** Makes a file and hands it over, as a step whose failure is told. Nothing is handed over where nothing was made. */
export function useGiveMade(): (step: string, make: () => Offer | undefined) => void {
  const { session } = usePane();
  const give = useGive();
  return (step, make) =>
    void session.attempt(step, async () => {
      const made = await Promise.resolve().then(make);
      return made && give(made);
    });
}
