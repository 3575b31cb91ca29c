import type { Id } from '@/gateway/contract/ids';
import { followFeed } from '@/gateway/feed/cache-follower';
import { onFrame, onSignal } from '@/gateway/feed/feed';
import { outbox } from '../model/outbox';
import type { Timeline } from '../model/timeline';
import { typing } from '../model/typing';
import { applyFrameToTimeline } from './apply-frame';

/** Lets everything about messages follow the feed. Call it once, before the feed opens. */
export function followMessages(me: Id): () => void {
  outbox.belongsTo(me);
  followFeed<Timeline>('timeline', (timeline, frame, key) => applyFrameToTimeline(timeline, frame, String(key[1])));
  const stops = [
    onFrame((frame) => {
      if (frame.type !== 'message.sent') return;
      outbox.arrived(frame.message);
      typing.stopped(frame.message.channelId, frame.message.author.id);
    }),
    onSignal((signal) => {
      if (signal.type === 'typing') typing.started(signal);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}
