import type { QueryClient } from '@tanstack/react-query';
import type { MemberPage } from '@/gateway/contract/server';
import { followFeed } from '@/gateway/feed/cache-follower';
import { onFrame, onReset } from '@/gateway/feed/feed';
import { reloadPast } from '@/gateway/feed/reload';
import { paced } from '@/shared/model/paced';
import type { FoundMember } from '../api/find-member';
import { decidesWhoSees } from '../model/decides-who-sees';
import { channelMembersName } from '../model/use-channel-members';
import { memberName } from '../model/use-member';
import { membersKey } from '../model/use-members';
import { applyMemberFrame } from './apply-member-frame';

/** In a lively server people come every moment, and each may see a channel or not. */
const LOOK_AGAIN_MS = 3_000;

/** Lets the members follow the feed. */
export function followMembers(client: QueryClient): () => void {
  followFeed<MemberPage>('members', (page, frame, key) => applyMemberFrame(page, frame, String(key[1])));
  followFeed<FoundMember>(memberName, (found, frame, key) => {
    const before: MemberPage = { items: found.member ? [found.member] : [], hasAfter: false, position: found.position };
    const after = applyMemberFrame(before, frame, String(key[1]));
    const userId = String(key[2]);
    return after === before ? found : { ...found, member: after.items.find((one) => one.userId === userId) ?? null };
  });
  const lookAgain = paced(LOOK_AGAIN_MS, (serverId) => {
    void client.invalidateQueries({ queryKey: [channelMembersName, serverId] });
  });
  const stops = [
    onFrame((frame) => {
      if (decidesWhoSees(frame) && 'serverId' in frame && frame.serverId !== undefined) lookAgain(frame.serverId);
      // Who had the role has it again, and no frame says who that is.
      if (frame.type !== 'role.restored') return;
      void reloadPast(client, membersKey(frame.serverId), frame.position);
      void reloadPast(client, [memberName, frame.serverId], frame.position);
    }),
    onReset(() => void client.invalidateQueries({ queryKey: [channelMembersName] })),
  ];
  return () => stops.forEach((stop) => stop());
}
