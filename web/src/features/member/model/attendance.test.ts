import { expect, test } from 'vitest';
import type { Presences } from '@/gateway/presence/presences';
import { attendanceOfChannel, countOnline, MOST_COUNTED } from './attendance';

const known: Presences = new Map([
  ['ada', 'online'],
  ['grace', 'dnd'],
  ['elsewhere', 'idle'],
]);

test('whoever is connected and no member does not count', () => {
  const members = new Set(['ada', 'grace', 'alan']);
  expect(countOnline(known, (id) => members.has(id))).toBe(2);
  expect(countOnline(new Map(), () => true)).toBe(0);
});

test('of a channel that is loaded to its end both numbers are known', () => {
  expect(attendanceOfChannel(known, ['ada', 'alan'], false)).toEqual({ total: 2, more: false, online: 1 });
});

test('nothing is said while more are to come, and of very many only that they are more', () => {
  expect(attendanceOfChannel(known, ['ada', 'alan'], true)).toBeUndefined();
  const many = Array.from({ length: MOST_COUNTED }, (_, at) => String(at));
  expect(attendanceOfChannel(known, many, true)).toEqual({ total: MOST_COUNTED, more: true, online: undefined });
});
