import { useLayoutEffect, useRef, useState, type CSSProperties, type KeyboardEvent, type PointerEvent } from 'react';

interface Lifted {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** How far the pointer moved, in pixels; null when keys move it. */
  readonly dragged: number | null;
  readonly height: number;
}

export type SortableNews = { readonly id: string; readonly kind: 'lifted' | 'moved' | 'dropped' | 'putBack'; readonly place: number };

interface Sortable {
  /** From the top to the bottom. */
  readonly ids: readonly string[];
  /** How many at the top stay where they are. */
  readonly fixed: number;
  readonly onMove: (ids: readonly string[]) => void;
  /** For who cannot see it: what happened, with places counted from 1. */
  readonly onNews: (news: SortableNews) => void;
}

const EDGE = 48;
const STEP = 14;

/** Lets who drags to an edge of what scrolls go on. */
function scrollAtEdge(around: Element, y: number): void {
  const { top, bottom } = around.getBoundingClientRect();
  if (y < top + EDGE) around.scrollBy(0, -STEP);
  if (y > bottom - EDGE) around.scrollBy(0, STEP);
}

/** `ids` with one at another place. */
export function moved(ids: readonly string[], from: number, to: number): readonly string[] {
  const others = ids.filter((_, index) => index !== from);
  return [...others.slice(0, to), ...ids.slice(from, from + 1), ...others.slice(to)];
}

/**
 * Puts a list of rows of one height into another order, by dragging a grip or with it by the keyboard: space lifts and
 * drops, arrows move, Esc puts back.
 */
export function useSortable({ ids, fixed, onMove, onNews }: Sortable) {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const start = useRef({ y: 0, scrolled: 0 });
  // A row that moves in the document loses the focus.
  const focusOn = useRef<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (focusOn.current?.isConnected) focusOn.current.focus();
    focusOn.current = null;
  }, [ids]);

  const within = (place: number) => Math.min(ids.length - 1, Math.max(fixed, place));
  const lift = (id: string, grip: HTMLElement, dragged: number | null) => {
    const from = ids.indexOf(id);
    const height = grip.closest('li')?.getBoundingClientRect().height ?? 0;
    setLifted({ id, from, to: from, dragged, height });
    onNews({ id, kind: 'lifted', place: from + 1 });
  };
  const drop = (grip: HTMLElement) => {
    if (lifted === null) return;
    setLifted(null);
    onNews({ id: lifted.id, kind: 'dropped', place: lifted.to + 1 });
    if (lifted.to === lifted.from) return;
    if (lifted.dragged === null) focusOn.current = grip;
    onMove(moved(ids, lifted.from, lifted.to));
  };
  const putBack = () => {
    if (lifted === null) return;
    setLifted(null);
    onNews({ id: lifted.id, kind: 'putBack', place: lifted.from + 1 });
  };

  return {
    isLifted: (id: string) => lifted?.id === id,
    /** Where a row stands while another one is above its place. */
    styleOf: (id: string): CSSProperties => {
      if (lifted === null) return {};
      const { from, to, dragged, height } = lifted;
      const index = ids.indexOf(id);
      if (id === lifted.id) {
        const [top, bottom] = [(fixed - from) * height, (ids.length - 1 - from) * height];
        const y = dragged === null ? (to - from) * height : Math.min(bottom, Math.max(top, dragged));
        return { transform: `translateY(${y}px)`, transition: dragged === null ? 'transform 140ms' : 'none', zIndex: 1, position: 'relative' };
      }
      const shift = index > from && index <= to ? -height : index < from && index >= to ? height : 0;
      return { transform: `translateY(${shift}px)`, transition: 'transform 140ms' };
    },
    /** For the button that is the grip of a row. */
    gripOf: (id: string) => ({
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { y: event.clientY, scrolled: event.currentTarget.closest('.scroll')?.scrollTop ?? 0 };
        lift(id, event.currentTarget, 0);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (lifted?.id !== id || lifted.dragged === null) return;
        const around = event.currentTarget.closest('.scroll');
        if (around) scrollAtEdge(around, event.clientY);
        const dragged = event.clientY - start.current.y + (around?.scrollTop ?? 0) - start.current.scrolled;
        setLifted({ ...lifted, dragged, to: within(lifted.from + Math.round(dragged / lifted.height)) });
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (lifted?.dragged !== null) drop(event.currentTarget);
      },
      onPointerCancel: putBack,
      onBlur: () => {
        if (lifted?.dragged === null) putBack();
      },
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key === ' ' || event.key === 'Enter') {
          event.preventDefault();
          if (lifted === null) lift(id, event.currentTarget, null);
          else drop(event.currentTarget);
        } else if (lifted !== null && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && !event.altKey) {
          event.preventDefault();
          const to = within(lifted.to + (event.key === 'ArrowUp' ? -1 : 1));
          setLifted({ ...lifted, to });
          onNews({ id, kind: 'moved', place: to + 1 });
          const grip = event.currentTarget;
          requestAnimationFrame(() => grip.scrollIntoView({ block: 'nearest' }));
        } else if (lifted !== null && event.key === 'Escape') {
          event.preventDefault();
          putBack();
        }
      },
    }),
  };
}
