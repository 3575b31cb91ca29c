import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import type { Timeline } from '../model/timeline';
import { applyMessageDeleted } from './apply-message-deleted';
import { applyMessageEdited } from './apply-message-edited';
import { applyMessageSent } from './apply-message-sent';
import { applyPictureSet } from './apply-picture-set';

/** What a frame makes of the timeline of a channel. */
export function applyFrameToTimeline(timeline: Timeline, frame: EventFrame, channelId: Id): Timeline {
  if (frame.type === 'message.sent' && frame.message.channelId === channelId) {
    return applyMessageSent(timeline, frame.message);
  }
  if (frame.type === 'message.edited' && frame.message.channelId === channelId) {
    return applyMessageEdited(timeline, frame.message);
  }
  if (frame.type === 'message.deleted' && frame.channelId === channelId) {
    return applyMessageDeleted(timeline, frame.messageId);
  }
  if (frame.type === 'user.picture-set') return applyPictureSet(timeline, frame.userId, frame.avatarUrl);
  return timeline;
}
