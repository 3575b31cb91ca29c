import { expect, test } from 'vitest';
import type { AuditEntry } from '@/gateway/contract/audit';
import { daysOf } from './days';

const at = (position: number, time: string): AuditEntry => ({
  position,
  at: new Date(time).toISOString(),
  actor: { id: 'ada', username: 'ada', displayName: 'Ada', kind: 'user' },
  action: 'server.ServerRenamed',
  withheld: false,
});

test('entries stand under the day of the one who looks', () => {
  const days = daysOf([at(4, '2026-03-02T00:01'), at(3, '2026-03-01T23:59'), at(2, '2026-03-01T00:00'), at(1, '2026-02-01T00:00')]);
  expect(days.map((day) => day.entries.map((entry) => entry.position))).toEqual([[4], [3, 2], [1]]);
  expect(daysOf([])).toEqual([]);
});
