import { Button } from '@fluentui/react-components';
import { useState, type ComponentType } from 'react';
import { usePane } from './context';
import type { MenuProps } from './menu';

type Opened = ComponentType<MenuProps & { opened: boolean }>;
let loaded: Opened | undefined;

/** A button with a menu. Menus with their placing are a fifth of the libraries: they come with the first click. */
export function ActionMenu(props: MenuProps) {
  const { session } = usePane();
  const [Menu, setMenu] = useState(() => loaded);
  const [fetched, setFetched] = useState(false);
  if (Menu) return <Menu {...props} opened={fetched} />;
  const load = (): void =>
    void import(/* webpackChunkName: "menu" */ './OpenMenu').then(
      (part) => {
        loaded = part.OpenMenu;
        setFetched(true);
        setMenu(() => part.OpenMenu);
      },
      (error) => session.attempt('打开菜单', () => Promise.reject(error)),
    );
  const { label, name, small, disabled } = props;
  return (
    <Button
      size={small ? 'small' : 'medium'}
      aria-label={name}
      aria-haspopup="menu"
      aria-expanded={false}
      disabled={disabled}
      onClick={load}
    >
      {label}
    </Button>
  );
}
