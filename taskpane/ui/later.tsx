import { useEffect, useState, type ComponentType } from 'react';
import { usePane } from './context';

/** A part of the pane that is fetched when it is first drawn; nothing stands there until then, and a failure is told. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  return function Later(props: Props) {
    const { session } = usePane();
    const [Part, setPart] = useState<ComponentType<Props> | undefined>(() => loaded);
    useEffect(() => {
      if (Part) return;
      load().then(
        (part) => {
          loaded = part;
          setPart(() => part);
        },
        (error) => session.attempt('打开这一部分', () => Promise.reject(error)),
      );
    }, [Part, session]);
    return Part ? <Part {...props} /> : null;
  };
}
