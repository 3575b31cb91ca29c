import type { Id } from '@/gateway/contract/ids';
import type { Timeline } from '../model/timeline';

/** Someone looks different from now on, also beside what they wrote before. */
export function applyPictureSet(timeline: Timeline, userId: Id, avatarUrl: string | undefined): Timeline {
  if (!timeline.items.some((message) => message.author.id === userId)) return timeline;
  return {
    ...timeline,
    items: timeline.items.map((message) =>
      message.author.id === userId ? { ...message, author: { ...message.author, avatarUrl } } : message,
    ),
  };
}
