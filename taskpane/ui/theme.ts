import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** A background colour of the host, e.g. #262626; undefined in a plain page, where the system decides. */
export type HostBackground = () => string | undefined;

const media = (query: string): MediaQueryList | undefined => (typeof matchMedia === 'function' ? matchMedia(query) : undefined);

/** Dark when the perceived brightness of #RRGGBB is low. */
export function isDark(color: string): boolean {
  const found = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(color);
  if (!found) return false;
  const [r, g, b] = found.slice(1).map((part) => parseInt(part, 16)) as [number, number, number];
  return r * 299 + g * 587 + b * 114 < 128_000;
}

function themeFor(background: string | undefined): Theme {
  if (media('(forced-colors: active)')?.matches) return teamsHighContrastTheme;
  const dark = background === undefined ? (media('(prefers-color-scheme: dark)')?.matches ?? false) : isDark(background);
  return dark ? webDarkTheme : webLightTheme;
}

function watch(changed: () => void): () => void {
  const lists = [media('(forced-colors: active)'), media('(prefers-color-scheme: dark)')];
  lists.forEach((list) => list?.addEventListener('change', changed));
  window.addEventListener('focus', changed);
  return () => {
    lists.forEach((list) => list?.removeEventListener('change', changed));
    window.removeEventListener('focus', changed);
  };
}

/** Follows the host's theme; Excel tells no one when it changes, so it is looked at whenever the pane gets the focus. */
export const useTheme = (background: HostBackground): Theme => useSyncExternalStore(watch, () => themeFor(background()));
