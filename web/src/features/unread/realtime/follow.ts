import type { Id } from '@/gateway/contract/ids';
import { onFrame } from '@/gateway/feed/feed';
import { change } from '../model/store';
import { arrived, listed } from '../model/unread';

/** Counts what others write. */
export function followUnread(me: Id): () => void {
  return onFrame((frame) => {
    if (frame.type === 'message.sent') {
      const { channelId, id, author } = frame.message;
      change((present) => arrived(present, channelId, id, author.id === me));
    } else if (frame.type === 'channel.created' && frame.channel.type === 'text') {
      change((present) => listed(present, frame.channel.id, undefined));
    }
  });
}
