import type { QueryClient } from '@tanstack/react-query';
import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import type { ReceivedInvitationPage } from '@/gateway/contract/invitation';
import { followFeed } from '@/gateway/feed/cache-follower';
import { onFrame } from '@/gateway/feed/feed';
import { receivedKey } from '../model/use-received';

/** Lets what I am asked into follow the feed. What an invitation leads to is loaded: a frame does not tell it. */
export function followReceived(client: QueryClient, me: Id): () => void {
  followFeed<ReceivedInvitationPage>(receivedKey[0], (page, frame) => applyReceivedFrame(page, frame, me));
  return onFrame((frame) => {
    if (frame.type === 'invitation.received') void client.invalidateQueries({ queryKey: receivedKey });
  });
}

/** One that is answered, or that I entered in another way, is gone. */
export function applyReceivedFrame(page: ReceivedInvitationPage, frame: EventFrame, me: Id): ReceivedInvitationPage {
  const serverId =
    frame.type === 'invitation.ended' || (frame.type === 'member.joined' && frame.member.userId === me)
      ? frame.serverId
      : undefined;
  return page.items.some((one) => one.serverId === serverId)
    ? { ...page, items: page.items.filter((one) => one.serverId !== serverId) }
    : page;
}
