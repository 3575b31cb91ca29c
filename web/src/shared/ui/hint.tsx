import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Keys } from './keys';

type Side = 'top' | 'bottom' | 'left' | 'right';

interface HintOptions {
  readonly keys?: string | undefined;
  readonly side?: Side | undefined;
}

/** The first hint waits until the pointer rests; while one looks around, the next ones come at once. */
const REST_MS = 450;
const WARM_MS = 300;
/** Time to cross the gap between a thing and its hint, so that the hint can be pointed at. */
const CROSS_MS = 80;
const GAP = 6;
const MARGIN = 8;

/** Attributes that give a thing a few words beside it on hover and focus. It must have a name of its own. */
export const hint = (text: string, { keys, side = 'top' }: HintOptions = {}) => ({
  'data-hint': text,
  'data-hint-keys': keys,
  'data-hint-side': side,
});

interface Shown extends HintOptions {
  readonly anchor: Element;
  readonly text: string;
}

/** Shows the hints of the whole page, one at a time. */
export function HintLayer() {
  const [shown, setShown] = useState<Shown | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wanted: Element | null = null;
    let warmUntil = 0;

    const want = (anchor: Element | null, after: number) => {
      if (anchor === wanted) return;
      if (wanted !== null) warmUntil = performance.now() + WARM_MS;
      wanted = anchor;
      clearTimeout(timer);
      timer = setTimeout(() => setShown(anchor && read(anchor)), after);
    };
    const over = (event: PointerEvent) => {
      if (event.pointerType !== 'mouse' || !(event.target instanceof Element)) return;
      if (event.target.closest('[data-hint-popup]')) {
        clearTimeout(timer);
        return;
      }
      const anchor = event.target.closest('[data-hint]');
      want(anchor, anchor === null ? CROSS_MS : performance.now() < warmUntil ? 0 : REST_MS);
    };
    const focus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches('[data-hint]:focus-visible')) want(event.target, 0);
    };
    const drop = () => want(null, 0);
    const key = (event: KeyboardEvent) => event.key === 'Escape' && drop();

    const passive = { passive: true, capture: true };
    document.addEventListener('pointerover', over, passive);
    document.addEventListener('focusin', focus, passive);
    document.addEventListener('focusout', drop, passive);
    document.addEventListener('pointerdown', drop, passive);
    document.addEventListener('scroll', drop, passive);
    document.addEventListener('keydown', key, passive);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('pointerover', over, passive);
      document.removeEventListener('focusin', focus, passive);
      document.removeEventListener('focusout', drop, passive);
      document.removeEventListener('pointerdown', drop, passive);
      document.removeEventListener('scroll', drop, passive);
      document.removeEventListener('keydown', key, passive);
    };
  }, []);

  return shown && <HintPopup key={shown.text} {...shown} onGone={() => setShown(null)} />;
}

function HintPopup({ anchor, text, keys, side = 'top', onGone }: Shown & { onGone: () => void }) {
  const popup = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const box = popup.current;
    if (box === null) return;
    const { left, top } = placeBeside(anchor.getBoundingClientRect(), box.getBoundingClientRect(), side);
    box.style.left = `${left}px`;
    box.style.top = `${top}px`;
  }, [anchor, side]);

  useEffect(() => {
    // What goes away takes its hint with it.
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting === false && onGone());
    watch.observe(anchor);
    return () => watch.disconnect();
  }, [anchor, onGone]);

  return (
    <div
      ref={popup}
      data-hint-popup
      aria-hidden
      className="appear fixed z-50 flex max-w-72 items-center gap-2 rounded-control bg-surface-3 px-2 py-1 text-label font-medium text-text-1 shadow-float"
    >
      {text}
      {keys !== undefined && <Keys of={keys} />}
    </div>
  );
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Beside the anchor, on the other side when there is no room, and never over the edge of the window. */
export function placeBeside(
  anchor: Box,
  popup: Pick<Box, 'width' | 'height'>,
  side: Side,
  space: Pick<Box, 'width' | 'height'> = { width: innerWidth, height: innerHeight },
): { left: number; top: number } {
  const above = anchor.top - popup.height - GAP;
  const below = anchor.top + anchor.height + GAP;
  const before = anchor.left - popup.width - GAP;
  const after = anchor.left + anchor.width + GAP;
  const middleX = anchor.left + (anchor.width - popup.width) / 2;
  const middleY = anchor.top + (anchor.height - popup.height) / 2;
  const fits = { top: above >= 0, bottom: below + popup.height <= space.height, left: before >= 0, right: after + popup.width <= space.width };
  const opposite = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' } as const;
  const chosen = fits[side] || !fits[opposite[side]] ? side : opposite[side];
  const place = {
    top: { left: middleX, top: above },
    bottom: { left: middleX, top: below },
    left: { left: before, top: middleY },
    right: { left: after, top: middleY },
  }[chosen];
  return {
    left: Math.round(Math.max(MARGIN, Math.min(place.left, space.width - popup.width - MARGIN))),
    top: Math.round(Math.max(0, Math.min(place.top, space.height - popup.height))),
  };
}

function read(anchor: Element): Shown | null {
  const { hint: text, hintKeys: keys, hintSide: side } = anchor instanceof HTMLElement ? anchor.dataset : {};
  if (text === undefined || !anchor.isConnected) return null;
  return { anchor, text, keys, side: side === 'bottom' || side === 'left' || side === 'right' ? side : 'top' };
}
