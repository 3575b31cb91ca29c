import { cloneElement, useState, type KeyboardEvent, type ReactElement, type Ref } from 'react';
import { laterOverlay } from './later';
import type { Anchor, MenuEntry } from './menu-entry';

const MenuPopup = laterOverlay(() => import('./menu-popup'));

/** What a menu makes of the button that opens it. */
interface TriggerProps {
  readonly ref?: Ref<HTMLButtonElement>;
  readonly onClick?: () => void;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly 'aria-haspopup'?: 'menu';
  readonly 'aria-expanded'?: boolean;
  readonly 'data-popup-open'?: boolean | undefined;
}

interface MenuProps {
  /** What the menu is called. */
  readonly label: string;
  /** A button with a name of its own. */
  readonly trigger: ReactElement<TriggerProps>;
  readonly entries: readonly MenuEntry[];
  readonly side?: 'top' | 'bottom' | 'right';
  readonly align?: 'start' | 'center' | 'end';
  readonly onOpenChange?: (open: boolean) => void;
}

/** A button and the menu that it opens. */
export function Menu({ label, trigger, entries, side = 'bottom', align = 'start', onOpenChange }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const change = (next: boolean) => {
    setOpen(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {cloneElement(trigger, {
        ref: setButton,
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'data-popup-open': open || undefined,
        onClick: () => change(!open),
        onKeyDown: (event) => {
          if (open || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
          event.preventDefault();
          change(true);
        },
      })}
      <MenuPopup
        open={open}
        label={label}
        anchor={button}
        entries={entries}
        side={side}
        align={align}
        onClose={() => change(false)}
      />
    </>
  );
}

interface ContextMenuProps {
  readonly label: string;
  /** Where it stands; null while it is closed. */
  readonly at: Anchor | null;
  readonly entries: readonly MenuEntry[];
  readonly onClose: () => void;
}

/** A menu at a place of the page, as {@link useContextMenu} finds it. */
export function ContextMenu({ label, at, entries, onClose }: ContextMenuProps) {
  return (
    <MenuPopup open={at !== null} label={label} anchor={at} entries={entries} side="bottom" align="start" onClose={onClose} />
  );
}
