import { expect, test } from 'vitest';
import type { Member, Server } from '@/gateway/contract/server';
import { actsFor, actsForGone, inUnits, lengthOf, reasonOf } from './acts';

const noon = Date.parse('2026-03-01T12:00:00Z');
const server = (...permissions: string[]): Server => ({
  id: 'here',
  name: 'Here',
  visibility: 'public',
  ownerId: 'ada',
  tags: [],
  memberCount: 3,
  member: true,
  permissions,
  channels: [],
  position: 7,
});
const member = (userId: string, timedOutUntil?: string): Member => ({
  userId,
  username: userId,
  displayName: userId,
  roles: [],
  joinedAt: '2026-02-01T09:00:00Z',
  timedOutUntil,
});
const all = server('KICK_MEMBERS', 'BAN_MEMBERS', 'TIMEOUT_MEMBERS');

test('who is new can be trusted, unless a role has done so', () => {
  const newcomer = { ...member('bob'), joinedAt: '2026-03-01T09:00:00Z' };
  expect(actsFor(all, 'me', newcomer, noon)).toEqual(['trust', 'time-out', 'kick', 'ban']);
  expect(actsFor(all, 'me', { ...newcomer, roles: ['crew'] }, noon)).not.toContain('trust');
  expect(actsFor(server('KICK_MEMBERS'), 'me', newcomer, noon)).toEqual(['kick']);
});

test('each act needs its permission', () => {
  expect(actsFor(all, 'me', member('bob'), noon)).toEqual(['time-out', 'kick', 'ban']);
  expect(actsFor(server('KICK_MEMBERS'), 'me', member('bob'), noon)).toEqual(['kick']);
  expect(actsFor(server('BAN_MEMBERS'), 'me', member('bob'), noon)).toEqual(['ban']);
  expect(actsFor(server('SEND_MESSAGES'), 'me', member('bob'), noon)).toEqual([]);
});

test('nothing is offered against oneself or the owner', () => {
  expect(actsFor(all, 'me', member('me'), noon)).toEqual([]);
  expect(actsFor(all, 'me', member('ada'), noon)).toEqual([]);
});

test('a time-out can be lifted while it lasts', () => {
  expect(actsFor(all, 'me', member('bob', '2026-03-01T12:00:01Z'), noon)).toContain('lift');
  expect(actsFor(all, 'me', member('bob', '2026-03-01T12:00:00Z'), noon)).not.toContain('lift');
});

test('a length of time is said in its unit', () => {
  expect(inUnits(600)).toEqual({ unit: 'minutes', count: 10 });
  expect(inUnits(3_600)).toEqual({ unit: 'hours', count: 1 });
  expect(inUnits(604_800)).toEqual({ unit: 'days', count: 7 });
});

test('a reason is measured as people count, and none is sent when it says nothing', () => {
  expect(reasonOf('  too loud ')).toBe('too loud');
  expect(reasonOf(' \n')).toBeUndefined();
  expect(lengthOf(' 🚀🚀 ')).toBe(2);
});

test('who has left can be banned still', () => {
  expect(actsForGone(all, 'me', 'bob')).toEqual(['ban']);
  expect(actsForGone(server('KICK_MEMBERS', 'TIMEOUT_MEMBERS'), 'me', 'bob')).toEqual([]);
  expect(actsForGone(all, 'me', 'me')).toEqual([]);
  expect(actsForGone(all, 'me', 'ada')).toEqual([]);
});
