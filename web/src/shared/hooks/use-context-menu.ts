import { useRef, useState, type MouseEvent, type TouchEvent } from 'react';
import type { Anchor } from '../ui/menu-entry';

/** As long as the systems of phones take it. */
const LONG_PRESS_MS = 500;
const STILL_WITHIN = 10;

interface Open<T> {
  readonly item: T;
  readonly at: Anchor;
}

interface Press<T> {
  readonly item: T | undefined;
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
  fired: boolean;
}

/**
 * Opens a menu for what is under the pointer on right click, the menu key and a long press.
 *
 * @param find what the menu would be about; undefined leaves the browser its own
 */
export function useContextMenu<T>(find: (target: Element) => T | undefined) {
  const [open, setOpen] = useState<Open<T> | null>(null);
  const press = useRef<Press<T> | null>(null);

  const itemAt = (target: EventTarget): T | undefined => (target instanceof Element ? find(target) : undefined);
  const openAt = (item: T, x: number, y: number) =>
    setOpen({ item, at: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) } });
  const letGo = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };

  return {
    item: open?.item,
    at: open?.at ?? null,
    close: () => setOpen(null),
    /** For the element that holds everything that the menu may be about. */
    handlers: {
      onContextMenu: (event: MouseEvent) => {
        // A long press may have begun to select text by now; what counts is what was there before.
        const item = press.current === null ? itemAt(event.target) : press.current.item;
        if (item === undefined) return;
        event.preventDefault();
        openAt(item, event.clientX, event.clientY);
      },
      // Safari on a phone tells of no long press.
      onTouchStart: (event: TouchEvent) => {
        letGo();
        const touch = event.touches[0];
        if (touch === undefined || event.touches.length > 1) return;
        const { clientX: x, clientY: y } = touch;
        const item = itemAt(event.target);
        const fire = () => {
          if (item === undefined) return;
          held.fired = true;
          openAt(item, x, y);
        };
        const held: Press<T> = { item, x, y, fired: false, timer: setTimeout(fire, LONG_PRESS_MS) };
        press.current = held;
      },
      onTouchMove: (event: TouchEvent) => {
        const touch = event.touches[0];
        const held = press.current;
        if (touch === undefined || held === null) return;
        if (Math.hypot(touch.clientX - held.x, touch.clientY - held.y) > STILL_WITHIN) letGo();
      },
      onTouchEnd: (event: TouchEvent) => {
        // What was under the finger is not pressed as well.
        if (press.current?.fired) event.preventDefault();
        letGo();
      },
      onTouchCancel: letGo,
    },
  };
}
