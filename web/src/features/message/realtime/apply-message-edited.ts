import type { Id } from '@/gateway/contract/ids';
import { placeOf, type Timeline } from '../model/timeline';

interface Edit {
  readonly id: Id;
  readonly content: string;
  readonly editedAt: string;
}

/** The newest edit holds; an older one that comes again changes nothing. */
export function applyMessageEdited(timeline: Timeline, edit: Edit): Timeline {
  const { index, found } = placeOf(timeline.items, edit.id);
  const message = timeline.items[index];
  if (!found || message === undefined) return timeline;
  if (message.editedAt !== undefined && Date.parse(message.editedAt) >= Date.parse(edit.editedAt)) return timeline;
  return {
    ...timeline,
    items: timeline.items.with(index, { ...message, content: edit.content, editedAt: edit.editedAt }),
  };
}
