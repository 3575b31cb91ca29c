import type { QueryClient } from '@tanstack/react-query';
import type { InvitationPage, MemberInvitationPage } from '@/gateway/contract/invitation';
import { followFeed } from '@/gateway/feed/cache-follower';
import { onFrame } from '@/gateway/feed/feed';
import { reloadPast } from '@/gateway/feed/reload';
import { memberInvitationsName } from '../model/member-invitations';
import { invitationsKey, invitationsName } from '../model/use-invitations';
import { applyInvitationFrame, applyMemberInvitationFrame } from './apply-invitation-frame';

/** Lets the lists of invitations follow the feed. */
export function followInvitations(client: QueryClient): () => void {
  followFeed<InvitationPage>(invitationsName, (page, frame, key) => applyInvitationFrame(page, frame, String(key[1])));
  followFeed<MemberInvitationPage>(memberInvitationsName, (page, frame, key) =>
    applyMemberInvitationFrame(page, frame, String(key[1])),
  );
  return onFrame((frame) => {
    // How often it was used before it was revoked, only the list knows.
    if (frame.type === 'invitation.restored') void reloadPast(client, invitationsKey(frame.serverId), frame.position);
  });
}
