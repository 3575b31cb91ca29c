import type { MemberPage } from '@/gateway/contract/server';
import { followFeed } from '@/gateway/feed/cache-follower';
import { applyMemberFrame } from './apply-member-frame';

/** Lets the members follow the feed. */
export function followMembers(): void {
  followFeed<MemberPage>('members', (page, frame, key) => applyMemberFrame(page, frame, String(key[1])));
}
