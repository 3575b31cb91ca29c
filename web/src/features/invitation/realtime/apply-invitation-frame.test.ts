import { expect, test } from 'vitest';
import type { EventFrame } from '@/gateway/contract/frame';
import type { Invitation, InvitationPage, MemberInvitationPage } from '@/gateway/contract/invitation';
import { applyInvitationFrame, applyMemberInvitationFrame } from './apply-invitation-frame';

const invitation = (code: string, maxUses?: number): Invitation => ({
  code,
  serverId: 'here',
  inviterId: 'ada',
  inviterName: 'Ada',
  uses: 0,
  ...(maxUses === undefined ? {} : { maxUses }),
  createdAt: '2026-03-01T09:00:00Z',
});
const page: InvitationPage = { items: [invitation('b'), invitation('a', 2)], position: 7 };
const after = (frame: EventFrame) => applyInvitationFrame(page, frame, 'here');
const codes = (of: InvitationPage) => of.items.map((one) => one.code);

test('a new one stands first, once, in the list of its server alone', () => {
  const made = (one: Invitation, serverId = 'here'): EventFrame => ({
    type: 'invitation.created',
    position: 8,
    serverId,
    invitation: one,
  });
  expect(codes(after(made(invitation('c'))))).toEqual(['c', 'b', 'a']);
  expect(after(made(invitation('b')))).toBe(page);
  expect(after(made(invitation('c'), 'there'))).toBe(page);
});

test('a use counts, and the last one ends it', () => {
  const used = (code: string, uses: number): EventFrame => ({
    type: 'invitation.accepted',
    position: 8,
    serverId: 'here',
    code,
    uses,
  });
  expect(after(used('a', 1)).items[1]?.uses).toBe(1);
  expect(codes(after(used('a', 2)))).toEqual(['b']);
  expect(after(used('b', 100)).items[0]?.uses).toBe(100);
  expect(after(used('of another server', 1))).toBe(page);
});

test('what is revoked is gone', () => {
  expect(codes(after({ type: 'invitation.revoked', position: 8, serverId: 'here', code: 'b' }))).toEqual(['a']);
});

test('whoever was asked by name and has come is waited for no more', () => {
  const waiting: MemberInvitationPage = {
    items: ['bob', 'eve'].map((userId) => ({
      userId,
      username: userId,
      displayName: userId,
      inviterId: 'ada',
      expiresAt: '2026-03-08T09:00:00Z',
      createdAt: '2026-03-01T09:00:00Z',
    })),
    position: 4,
  };
  const joined = (serverId: string): EventFrame => ({
    type: 'member.joined',
    position: 5,
    serverId,
    member: { userId: 'bob', username: 'bob', displayName: 'Bob', roles: [], joinedAt: '2026-03-01T09:00:00Z' },
  });
  expect(applyMemberInvitationFrame(waiting, joined('here'), 'here').items.map((one) => one.userId)).toEqual(['eve']);
  expect(applyMemberInvitationFrame(waiting, joined('there'), 'here')).toBe(waiting);
});
