import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/**
 * A long list, drawn portion by portion as it is scrolled to. `upTo` is an index that must be drawn, e.g. of the entry
 * that is sought.
 */
export function Portion<T>({
  items,
  size,
  upTo = -1,
  unit,
  inList = false,
  children,
}: {
  items: readonly T[];
  size: number;
  upTo?: number;
  /** 组, 项, 段: what is counted on the button. */
  unit: string;
  /** Inside a list: its last entry asks for more. */
  inList?: boolean;
  children: (item: T, index: number) => ReactNode;
}) {
  const [portions, setPortions] = useState(1);
  const end = useRef<HTMLDivElement & HTMLLIElement>(null);
  const End = inList ? 'li' : 'div';
  const shown = Math.max(portions * size, upTo + 1);
  const left = items.length - shown;
  useEffect(() => {
    const last = end.current;
    if (!last || typeof IntersectionObserver === 'undefined') return undefined;
    const more = (): void => setPortions(Math.ceil(shown / size) + 1);
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && more());
    observer.observe(last);
    return () => observer.disconnect();
  }, [shown, size, left]);
  return (
    <>
      {items.slice(0, shown).map(children)}
      {left > 0 && (
        <End ref={end}>
          <Button appearance="subtle" size="small" onClick={() => setPortions(Math.ceil(shown / size) + 1)}>
            还有 {left} {unit}
          </Button>
        </End>
      )}
    </>
  );
}
