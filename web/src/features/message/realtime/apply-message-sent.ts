import type { Message } from '@/gateway/contract/message';
import { placeOf, type Timeline } from '../model/timeline';

/** A new message stands at its place, unless that place is not loaded: then the page that is loaded later has it. */
export function applyMessageSent(timeline: Timeline, message: Message): Timeline {
  const { index, found } = placeOf(timeline.items, message.id);
  if (found) return timeline;
  if (index === timeline.items.length && timeline.hasAfter) return timeline;
  if (index === 0 && timeline.hasBefore) return timeline;
  return { ...timeline, items: [...timeline.items.slice(0, index), message, ...timeline.items.slice(index)] };
}
