import { expect, test } from 'vitest';
import type { AuditEntry } from '@/gateway/contract/audit';
import { pastOf } from './past';

const act = (position: number): AuditEntry => ({
  position,
  at: '2026-03-01T09:00:00Z',
  actor: { id: 'ada', username: 'ada', displayName: 'Ada', kind: 'user' },
  action: 'server.MemberKicked',
  withheld: false,
});
const move = (position: number, left: boolean) => ({ position, at: '2026-03-01T09:00:00Z', left });

test('what was done and how they came and went is one row, the newest first', () => {
  const past = pastOf({ acts: [act(5), act(2)], moves: [move(7, false), move(3, true), move(1, false)] });

  expect(past.map((one) => ('act' in one ? one.act.position : one.move.position))).toEqual([7, 5, 3, 2, 1]);
  expect(pastOf({ acts: [], moves: [] })).toEqual([]);
});
