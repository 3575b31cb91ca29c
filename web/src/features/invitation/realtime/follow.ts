import type { InvitationPage } from '@/gateway/contract/invitation';
import { followFeed } from '@/gateway/feed/cache-follower';
import { invitationsName } from '../model/use-invitations';
import { applyInvitationFrame } from './apply-invitation-frame';

/** Lets the lists of invitations follow the feed. */
export function followInvitations(): void {
  followFeed<InvitationPage>(invitationsName, (page, frame, key) => applyInvitationFrame(page, frame, String(key[1])));
}
