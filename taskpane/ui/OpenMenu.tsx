import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { useState } from 'react';
import type { MenuProps } from './menu';

/** The menu of ActionMenu. `opened`: the click that fetched it opens it as well. */
export function OpenMenu({ label, name, small, disabled, actions, opened }: MenuProps & { opened: boolean }) {
  const [open, setOpen] = useState(opened);
  return (
    // In its place of the page, so that it belongs to the region of its button; where the pane is low, it scrolls.
    <Menu inline positioning={{ autoSize: 'height', align: 'end' }} open={open} onOpenChange={(_, data) => setOpen(data.open)}>
      <MenuTrigger disableButtonEnhancement>
        <Button size={small ? 'small' : 'medium'} aria-label={name} disabled={disabled}>
          {label}
        </Button>
      </MenuTrigger>
      {/* Over the sheet and the pane beside it, which are placed too and come later. */}
      <MenuPopover style={{ zIndex: 1000 }}>
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
