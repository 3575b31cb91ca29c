import { useRef, useState, type MouseEvent, type TouchEvent } from 'react';
import type { Anchor } from '../ui/menu-entry';

/** As long as the systems of phones take it. */
const LONG_PRESS_MS = 500;
const STILL_WITHIN = 10;

interface Open<T> {
  readonly item: T;
  readonly at: Anchor;
}

/**
 * Opens a menu for what is under the pointer on right click, the menu key and a long press.
 *
 * @param find what the menu would be about; undefined leaves the browser its own
 */
export function useContextMenu<T>(find: (target: Element) => T | undefined) {
  const [open, setOpen] = useState<Open<T> | null>(null);
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number; fired: boolean } | null>(null);

  const openAt = (target: EventTarget, x: number, y: number): boolean => {
    const item = target instanceof Element ? find(target) : undefined;
    if (item === undefined) return false;
    setOpen({ item, at: { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) } });
    return true;
  };
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
        if (openAt(event.target, event.clientX, event.clientY)) event.preventDefault();
      },
      // Safari on a phone tells of no long press.
      onTouchStart: (event: TouchEvent) => {
        letGo();
        const touch = event.touches[0];
        if (touch === undefined || event.touches.length > 1) return;
        const { clientX: x, clientY: y } = touch;
        const { target } = event;
        const held = { x, y, fired: false, timer: setTimeout(() => (held.fired = openAt(target, x, y)), LONG_PRESS_MS) };
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
