import type { InvitationPage, MemberInvitationPage } from '@/gateway/contract/invitation';
import { followFeed } from '@/gateway/feed/cache-follower';
import { memberInvitationsName } from '../model/member-invitations';
import { invitationsName } from '../model/use-invitations';
import { applyInvitationFrame, applyMemberInvitationFrame } from './apply-invitation-frame';

/** Lets the lists of invitations follow the feed. */
export function followInvitations(): void {
  followFeed<InvitationPage>(invitationsName, (page, frame, key) => applyInvitationFrame(page, frame, String(key[1])));
  followFeed<MemberInvitationPage>(memberInvitationsName, (page, frame, key) =>
    applyMemberInvitationFrame(page, frame, String(key[1])),
  );
}
