import { expect, test } from 'vitest';
import type { DeletedServerPage } from '@/gateway/contract/server';
import { applyDeletedFrame } from './apply-deleted-frame';

const page: DeletedServerPage = {
  position: 7,
  items: [
    { id: 'attic', name: 'Attic', deletedAt: '2026-03-01T09:00:00Z', finalAt: '2026-03-08T09:00:00Z' },
    { id: 'barn', name: 'Barn', deletedAt: '2026-03-02T09:00:00Z', finalAt: '2026-03-09T09:00:00Z' },
  ],
};
const names = (one: DeletedServerPage) => one.items.map((server) => server.name);

test('progress is that of its server', () => {
  const progress = { step: 'messages', done: 3, total: 9 };
  const next = applyDeletedFrame(page, { type: 'server.deletion-progress', position: 8, serverId: 'barn', ...progress });
  expect(next.items.map((one) => one.progress)).toEqual([undefined, progress]);
});

test.each(['server.restored', 'server.deletion-finished'] as const)('%s takes it from the list', (type) => {
  expect(names(applyDeletedFrame(page, { type, position: 8, serverId: 'attic' }))).toEqual(['Barn']);
});

test('what is about others changes nothing', () => {
  expect(applyDeletedFrame(page, { type: 'server.restored', position: 8, serverId: 'cellar' })).toBe(page);
  expect(
    applyDeletedFrame(page, {
      type: 'server.deletion-progress',
      position: 8,
      serverId: 'cellar',
      step: 'messages',
      done: 1,
      total: 2,
    }),
  ).toBe(page);
  expect(applyDeletedFrame(page, { type: 'server.renamed', position: 8, serverId: 'attic', name: 'x' })).toBe(page);
});
