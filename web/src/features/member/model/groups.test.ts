import { expect, test } from 'vitest';
import type { Member } from '@/gateway/contract/server';
import { groupMembers, toSeek } from './groups';

const member = (userId: string): Member => ({
  userId,
  username: userId,
  displayName: userId,
  roles: [],
  joinedAt: '2026-01-01T00:00:00Z',
});
const members = ['dora', 'ada', 'carl', 'bob'].map(member);
const presences = new Map([
  ['carl', 'idle' as const],
  ['ada', 'dnd' as const],
  ['zoe', 'online' as const],
]);

const told = (rows: ReturnType<typeof groupMembers>) =>
  rows.map((row) => (row.kind === 'head' ? `${row.group} ${row.count}` : row.member.userId));

test('those who are connected come first, each group by name', () => {
  expect(told(groupMembers(members, presences, { count: 2, complete: true }, 4))).toEqual([
    'online 2',
    'ada',
    'carl',
    'offline 2',
    'bob',
    'dora',
  ]);
});

test('in a large server the counts are those of the server', () => {
  expect(told(groupMembers(members, presences, { count: 4000, complete: false }, 9000))[0]).toBe('online 4000');
  expect(told(groupMembers(members, presences, { count: 4000, complete: false }, 9000))[3]).toBe('offline 5000');
});

test('there are no groups while it is not known who is there, and none that is empty', () => {
  expect(told(groupMembers(members, presences, undefined, 4))).toEqual(['ada', 'bob', 'carl', 'dora']);
  expect(told(groupMembers([member('ada')], presences, { count: 1, complete: true }, 1))).toEqual(['online 1', 'ada']);
});

test('who is connected and not loaded is sought, unless all are loaded', () => {
  expect(toSeek(members, true, presences)).toEqual(['zoe']);
  expect(toSeek(members, false, presences)).toEqual([]);
});
