import type { Id } from '@/gateway/contract/ids';
import type { Message, MessagePage } from '@/gateway/contract/message';

/**
 * The stretch of a channel's history that is loaded: without gaps, oldest first. `position` is the place in the event
 * stream from which frames have to be applied again; applying one twice changes nothing.
 */
export interface Timeline {
  readonly items: readonly Message[];
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
  readonly position: number;
  /** Messages that were the oldest until more was loaded. */
  readonly seams?: readonly Id[];
}

export const timelineKey = (channelId: Id) => ['timeline', channelId] as const;

/** How many messages a channel keeps that nobody looks at. */
const KEPT = 100;

/** Joins a page of older messages on. What overlaps is kept as it is: it has followed the feed. */
export function withOlder(timeline: Timeline, page: MessagePage): Timeline {
  const first = timeline.items[0];
  const older = first === undefined ? page.items : page.items.filter((message) => message.id < first.id);
  return {
    items: [...older, ...timeline.items],
    hasBefore: page.hasBefore,
    hasAfter: timeline.hasAfter,
    position: Math.min(timeline.position, page.position),
    seams: first === undefined ? [] : [...(timeline.seams ?? []), first.id],
  };
}

/** Joins a page of newer messages on. */
export function withNewer(timeline: Timeline, page: MessagePage): Timeline {
  const last = timeline.items.at(-1);
  const newer = last === undefined ? page.items : page.items.filter((message) => message.id > last.id);
  return {
    ...timeline,
    items: [...timeline.items, ...newer],
    hasAfter: page.hasAfter,
    position: Math.min(timeline.position, page.position),
  };
}

/** Forgets all but the newest messages, when the present is loaded. */
export function trimmed(timeline: Timeline): Timeline {
  if (timeline.hasAfter || timeline.items.length <= KEPT * 2) return timeline;
  return { ...timeline, items: timeline.items.slice(-KEPT), hasBefore: true };
}

/** Where the id stands in the timeline, or would stand. */
export function placeOf(items: readonly Message[], id: Id): { index: number; found: boolean } {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && item.id < id) low = middle + 1;
    else high = middle;
  }
  return { index: low, found: items[low]?.id === id };
}

/** Puts another version of a message in its place, if its text is still the one that is expected. */
export function withMessage(timeline: Timeline, expected: string, message: Message): Timeline {
  const { index, found } = placeOf(timeline.items, message.id);
  if (!found || timeline.items[index]?.content !== expected) return timeline;
  return { ...timeline, items: timeline.items.with(index, message) };
}
