import { expect, test } from 'vitest';
import type { EventFrame } from '@/gateway/contract/frame';
import type { MemberPage } from '@/gateway/contract/server';
import { applyMemberFrame } from './apply-member-frame';

const member = (userId: string, roles: string[]) => ({
  userId,
  username: userId,
  displayName: userId,
  roles,
  joinedAt: '2026-03-01T09:00:00Z',
});
const page: MemberPage = { items: [member('ada', ['keeper']), member('grace', [])], hasAfter: false, position: 7 };
const after = (frame: EventFrame) => applyMemberFrame(page, frame, 'here');
const rolesOf = (of: MemberPage) => of.items.map((one) => one.roles);
const at = { position: 8, serverId: 'here' };

test('a role that is given stands with the member, once', () => {
  expect(rolesOf(after({ ...at, type: 'role.given', userId: 'grace', roleId: 'keeper' }))).toEqual([['keeper'], ['keeper']]);
  expect(rolesOf(after({ ...at, type: 'role.given', userId: 'ada', roleId: 'keeper' }))).toEqual([['keeper'], []]);
});

test('a role that is taken is gone', () => {
  expect(rolesOf(after({ ...at, type: 'role.taken', userId: 'ada', roleId: 'keeper' }))).toEqual([[], []]);
});

test('other servers and people who are not loaded change nothing', () => {
  expect(after({ ...at, serverId: 'there', type: 'role.taken', userId: 'ada', roleId: 'keeper' })).toBe(page);
  expect(after({ ...at, type: 'role.given', userId: 'linus', roleId: 'keeper' })).toBe(page);
});
