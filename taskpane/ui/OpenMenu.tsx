import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useState } from 'react';
import type { MenuProps } from './menu';

let first = true;

/** The menu of ActionMenu. The click that fetched it opens it as well. */
export function OpenMenu({ label, name, small, disabled, actions }: MenuProps) {
  const [open, setOpen] = useState(first);
  first = false;
  return (
    <Menu open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <MenuTrigger disableButtonEnhancement>
        <Button size={small ? 'small' : 'medium'} aria-label={name} disabled={disabled}>
          {label}
        </Button>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {actions.map((action) => (
            <MenuItem key={action.label} onClick={action.run}>
              {action.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
