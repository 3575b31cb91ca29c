import { describe, expect, it } from 'vitest';
import type { ReceivedInvitationPage } from '@/gateway/contract/invitation';
import { applyReceivedFrame } from './follow-received';

const invitation = (serverId: string) => ({
  serverId,
  serverName: 'Engines',
  memberCount: 3,
  inviterId: 'ada',
  inviterName: 'Ada',
  expiresAt: '2026-03-08T09:00:00Z',
  createdAt: '2026-03-01T09:00:00Z',
});
const page: ReceivedInvitationPage = { items: [invitation('a'), invitation('b')], position: 4 };

describe('what I am asked into', () => {
  it('is less by what was answered', () => {
    const after = applyReceivedFrame(page, { type: 'invitation.ended', position: 5, serverId: 'a' }, 'me');
    expect(after.items.map((one) => one.serverId)).toEqual(['b']);
  });

  it('is less by where I am, and not by where others are', () => {
    const joined = (userId: string) =>
      applyReceivedFrame(
        page,
        {
          type: 'member.joined',
          position: 5,
          serverId: 'b',
          member: { userId, username: 'x', displayName: 'X', roles: [], joinedAt: '2026-03-01T09:00:00Z' },
        },
        'me',
      );
    expect(joined('me').items.map((one) => one.serverId)).toEqual(['a']);
    expect(joined('other')).toBe(page);
  });
});
