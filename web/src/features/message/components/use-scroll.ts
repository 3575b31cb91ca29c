import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { Id } from '@/gateway/contract/ids';
import type { Shown } from '../model/use-rows';
import { HEAD_HEIGHT } from './history-head';

/** So near to an edge the next page is loaded, and so near to the end the view sticks to it. */
const LOAD_WITHIN = 1_400;
const STICKS_WITHIN = 60;

/** What people scroll with. */
const gestures = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

interface ScrollOptions {
  readonly shown: Shown;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
  /** The message to be shown in the middle; a new object asks again. */
  readonly target: { readonly id: Id } | null;
  readonly onMore: (edge: 'older' | 'newer') => void;
  /** The end is in view of somebody. */
  readonly onSeen: (messageId: Id) => void;
}

export interface Scroll {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly content: RefObject<HTMLDivElement | null>;
  readonly list: RefObject<VirtualizerHandle | null>;
  /** Whether the end is out of sight. */
  readonly away: boolean;
  /** Whether the unread line is above what is in view. */
  readonly lineAbove: boolean;
  /** The last message that was there when the end went out of sight. */
  readonly leftAt: Id | null;
  /** The key of the row that the target led to. */
  readonly dwelt: string | null;
  readonly toEnd: () => void;
}

/** Keeps the end in view while one is at it, and what one reads in its place while one is not. */
export function useScroll({ shown, hasBefore, hasAfter, target, onMore, onSeen }: ScrollOptions): Scroll {
  const { rows, generation } = shown;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const sticks = useRef(true);
  /** Whether a message is being brought to the middle: until somebody scrolls, the end does not draw the view. */
  const held = useRef(false);
  const lookedAt = useRef({ top: 0, height: 0 });
  const [away, setAway] = useState(false);
  const [lineAbove, setLineAbove] = useState(false);
  const [leftAt, setLeftAt] = useState<Id | null>(null);
  const [dwelt, setDwelt] = useState<string | null>(null);
  const last = rows.at(-1);

  const scrollToEnd = useCallback(() => {
    const box = scroller.current;
    if (box) list.current?.scrollTo(box.scrollHeight);
  }, []);

  const look = useEffectEvent(() => {
    const box = scroller.current;
    if (box === null || rows.length === 0) return;
    const { scrollTop: top, scrollHeight: height, clientHeight } = box;
    const below = height - top - clientHeight;
    // Who scrolls up leaves the end. When the end moves away because something grew, nobody did.
    const wentUp = top < lookedAt.current.top - 1 && height === lookedAt.current.height;
    lookedAt.current = { top, height };
    const atEnd = !hasAfter && below < STICKS_WITHIN;
    if (hasAfter || (wentUp && !atEnd)) sticks.current = false;
    else if (atEnd && !held.current) sticks.current = true;
    setAway(hasAfter || (!sticks.current && below > clientHeight * 0.6));
    setLeftAt((present) => (atEnd || sticks.current ? null : (present ?? last?.entry.message.id ?? null)));
    if (top < LOAD_WITHIN && hasBefore) onMore('older');
    if (below < LOAD_WITHIN && hasAfter) onMore('newer');
    const line = rows.findIndex((row) => row.unread);
    setLineAbove(line >= 0 && HEAD_HEIGHT + (list.current?.getItemOffset(line) ?? 0) < top);
    if ((atEnd || sticks.current) && document.hasFocus() && last?.entry.state === 'there') onSeen(last.entry.message.id);
  });

  const place = useEffectEvent(() => {
    const index = target === null ? -1 : rows.findIndex((row) => row.entry.message.id === target.id);
    if (index >= 0) {
      sticks.current = false;
      held.current = true;
      list.current?.scrollToIndex(index, { align: 'center' });
      setDwelt(rows[index]?.key ?? null);
    } else if (sticks.current) scrollToEnd();
  });

  // A new stretch of history begins at its end, or at the message that was asked for.
  useLayoutEffect(() => {
    sticks.current = true;
    held.current = false;
    lookedAt.current = { top: 0, height: 0 };
    // Where things are on screen is known only here, after they were laid out.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    place();
  }, [generation]);

  useEffect(() => {
    const box = scroller.current;
    const onScroll = () => look();
    const letGo = () => {
      held.current = false;
    };
    const passive = { passive: true };
    box?.addEventListener('scroll', onScroll, passive);
    for (const gesture of gestures) box?.addEventListener(gesture, letGo, passive);
    return () => {
      box?.removeEventListener('scroll', onScroll);
      for (const gesture of gestures) box?.removeEventListener(gesture, letGo);
    };
  }, [generation]);

  useLayoutEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- as above
    if (target !== null) place();
  }, [target]);

  const sending = last?.entry.state === 'sending' ? last.key : null;
  useLayoutEffect(() => {
    // Whoever sends wants to see it.
    if (sending === null) return;
    held.current = false;
    sticks.current = true;
  }, [sending]);

  useLayoutEffect(() => {
    if (sticks.current) scrollToEnd();
    look();
  }, [rows, hasAfter, hasBefore, scrollToEnd]);

  // Whatever changes a size, the composer that grows or colours that come, the end stays in view.
  useEffect(() => {
    const watch = new ResizeObserver(() => {
      if (sticks.current) scrollToEnd();
    });
    if (scroller.current) watch.observe(scroller.current);
    if (content.current) watch.observe(content.current);
    return () => watch.disconnect();
  }, [scrollToEnd]);

  useEffect(() => {
    const seen = () => look();
    addEventListener('focus', seen);
    return () => removeEventListener('focus', seen);
  }, []);

  const toEnd = useCallback(() => {
    held.current = false;
    sticks.current = true;
    scrollToEnd();
  }, [scrollToEnd]);

  return { scroller, content, list, away, lineAbove, leftAt, dwelt, toEnd };
}
