import { expect, test } from 'vitest';
import type { EventFrame } from '@/gateway/contract/frame';
import type { Member, MemberPage } from '@/gateway/contract/server';
import { applyMemberFrame } from './apply-member-frame';

const member = (userId: string): Member => ({
  userId,
  username: userId,
  displayName: userId,
  roles: [],
  joinedAt: '2026-03-01T09:00:00Z',
});
const page: MemberPage = { items: [member('ada'), member('bob')], hasAfter: false, position: 7 };
const at = { position: 8, serverId: 'here' };
const after = (frame: EventFrame) => applyMemberFrame(page, frame, 'here');
const ids = (of: MemberPage) => of.items.map((one) => one.userId);

test('who joins stands at the end, once', () => {
  expect(ids(after({ ...at, type: 'member.joined', member: member('cy') }))).toEqual(['ada', 'bob', 'cy']);
  expect(after({ ...at, type: 'member.joined', member: member('bob') })).toBe(page);
});

test('who leaves, is kicked or banned is gone from the list of this server alone', () => {
  expect(ids(after({ ...at, type: 'member.left', userId: 'bob' }))).toEqual(['ada']);
  expect(ids(after({ ...at, type: 'member.kicked', userId: 'bob' }))).toEqual(['ada']);
  expect(ids(after({ ...at, type: 'member.banned', userId: 'bob', wasMember: true }))).toEqual(['ada']);
  expect(after({ ...at, type: 'member.kicked', userId: 'nobody' })).toBe(page);
  expect(after({ ...at, serverId: 'there', type: 'member.kicked', userId: 'bob' })).toBe(page);
});

test('a time-out is shown until it is lifted', () => {
  const until = '2026-03-01T12:00:00Z';
  const silent = after({ ...at, type: 'member.timed-out', userId: 'bob', until });
  expect(silent.items[1]?.timedOutUntil).toBe(until);
  const lifted = applyMemberFrame(silent, { ...at, type: 'member.timeout-lifted', userId: 'bob' }, 'here');
  expect(lifted.items[1]?.timedOutUntil).toBeUndefined();
});
