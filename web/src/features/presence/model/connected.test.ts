import { expect, test } from 'vitest';
import type { EventFrame } from '@/gateway/contract/frame';
import { applyConnectedFrame, connectedOf, keptConnected } from './connected';

const connected = connectedOf({
  connected: 2,
  complete: true,
  presences: [
    { userId: 'ada', presence: 'online' },
    { userId: 'grace', presence: 'idle' },
  ],
});

const joined = (userId: string): EventFrame => ({
  type: 'member.joined',
  position: 1,
  serverId: 's',
  member: { userId, username: userId, displayName: userId, roles: [], joinedAt: '2026-01-02T03:04:05Z' },
});

test('who comes into the server is known to be in it', () => {
  expect(applyConnectedFrame(connected, joined('alan')).people).toEqual(new Set(['ada', 'grace', 'alan']));
  expect(applyConnectedFrame(connected, joined('ada'))).toBe(connected);
});

test.each([
  { type: 'member.left', position: 1, serverId: 's', userId: 'ada' },
  { type: 'member.kicked', position: 1, serverId: 's', userId: 'ada' },
  { type: 'member.banned', position: 1, serverId: 's', userId: 'ada', wasMember: true },
] as const)('after $type they are not', (frame) => {
  expect(applyConnectedFrame(connected, frame).people).toEqual(new Set(['grace']));
  expect(applyConnectedFrame(connected, { ...frame, userId: 'alan' })).toBe(connected);
});

test('nothing else says who is in the server', () => {
  const frame = { type: 'server.renamed', position: 1, serverId: 's', name: 'Garden' } as const;
  expect(applyConnectedFrame(connected, frame)).toBe(connected);
});

test('what says the same stays the same object', () => {
  const next = { ...connected, people: new Set(['grace', 'ada']) };
  expect(keptConnected(connected, next)).toBe(connected);
  expect(keptConnected(undefined, next)).toBe(next);
  const other = { ...connected, people: new Set(['grace', 'alan']) };
  expect(keptConnected(connected, other)).toBe(other);
});
