import type { Id } from '@/gateway/contract/ids';
import { placeOf, type Timeline } from '../model/timeline';

export function applyMessageDeleted(timeline: Timeline, id: Id): Timeline {
  const { index, found } = placeOf(timeline.items, id);
  return found ? { ...timeline, items: timeline.items.toSpliced(index, 1) } : timeline;
}
