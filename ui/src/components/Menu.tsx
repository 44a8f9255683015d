// Menus that open from a button, or at the pointer as a context menu.

import { Check } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  Keyboard,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components';
import { classes } from './classes';
import styles from './Menu.module.css';

type MenuProps<T> = Omit<AriaMenuProps<T>, 'className' | 'style'>;

/** A menu's items without its popover, for a menu within a menu. */
export function MenuItems<T extends object>(props: MenuProps<T>) {
  return <AriaMenu {...props} className={styles.menu ?? ''} />;
}

/** A button (the first child of `trigger`) that opens a menu of the children. */
export function Menu<T extends object>({ trigger, ...props }: MenuProps<T> & { trigger: ReactElement }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={4}>
        <MenuItems {...props} />
      </Popover>
    </MenuTrigger>
  );
}

type ContextMenuProps<T> = MenuProps<T> & { at: { x: number; y: number } | null; onDismiss: () => void };

/** A menu at a point of the window; shown while `at` is given. */
export function ContextMenu<T extends object>({ at, onDismiss, ...props }: ContextMenuProps<T>) {
  const anchor = { current: at ? pointAnchor(at) : null };
  return (
    <Popover
      className={styles.popover ?? ''}
      isOpen={at !== null}
      onOpenChange={(open) => !open && onDismiss()}
      triggerRef={anchor}
      placement="bottom start"
      offset={0}
    >
      <MenuItems {...props} autoFocus="first" onClose={onDismiss} />
    </Popover>
  );
}

/** An element that is not on the page but answers where the pointer was, which is all that placing a popover asks. */
function pointAnchor({ x, y }: { x: number; y: number }): Element {
  const anchor = document.createElement('span');
  anchor.getBoundingClientRect = () => new DOMRect(x, y, 0, 0);
  return anchor;
}

type MenuItemProps = Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> & {
  icon?: ReactNode;
  keys?: string | null;
  danger?: boolean;
  children: ReactNode;
};

export function MenuItem({ icon, keys, danger, children, ...props }: MenuItemProps) {
  const label = typeof children === 'string' ? children : undefined;
  return (
    <AriaMenuItem textValue={label} {...props} className={classes(styles.item, danger && styles.danger)}>
      {({ selectionMode, isSelected }) => (
        <>
          {selectionMode !== 'none' && <span className={styles.tick}>{isSelected && <Check />}</span>}
          {icon}
          <span className={styles.label}>{children}</span>
          {keys && <Keyboard className={styles.keys}>{keys}</Keyboard>}
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />;
}
