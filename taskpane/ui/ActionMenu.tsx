import { Button } from '@fluentui/react-components';
import { useState, type ComponentType } from 'react';
import { usePane } from './context';
import type { MenuProps } from './menu';

let loaded: ComponentType<MenuProps> | undefined;

/** A button with a menu. Menus with their placing are a fifth of the libraries: they come with the first click. */
export function ActionMenu(props: MenuProps) {
  const { session } = usePane();
  const [Menu, setMenu] = useState<ComponentType<MenuProps> | undefined>(() => loaded);
  if (Menu) return <Menu {...props} />;
  const load = (): void =>
    void import(/* webpackChunkName: "menu" */ './OpenMenu').then(
      (part) => setMenu(() => (loaded = part.OpenMenu)),
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
