import { expect, test } from 'vitest';
import { canRestore, fraction, stepText } from './deletion';

test('the bar begins empty, never goes back, and ends full', () => {
  const names = ['invitations', 'memberships', 'search-documents', 'messages', 'overwrites', 'channels', 'roles', 'pictures', 'member-invitations'];
  const told = names.flatMap((step) => [0, 5, 10].map((done) => fraction({ step, done, total: 10 })));
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBe(1);
  expect(told).toEqual(told.toSorted((a, b) => a - b));
});

test('a step of which there was nothing counts nothing of itself', () => {
  expect(fraction({ step: 'invitations', done: 0, total: 0 })).toBe(0);
});

test('a step of a newer server is one of the rest', () => {
  expect(stepText({ step: 'files', done: 1, total: 2 })).toBe('deleted.rest');
});

test('there is time until it is final, and none once it has begun', () => {
  const server = { id: 'a', name: 'A', deletedAt: '2026-03-01T09:00:00Z', finalAt: '2026-03-08T09:00:00Z' };
  const final = Date.parse(server.finalAt);
  expect(canRestore(server, final - 1)).toBe(true);
  expect(canRestore(server, final)).toBe(false);
  expect(canRestore({ ...server, progress: { step: 'messages', done: 0, total: 1 } }, final - 1)).toBe(false);
});
