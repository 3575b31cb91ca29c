import { expect, test } from 'vitest';
import type { AuditEntry } from '@/gateway/contract/audit';
import { isUndoable } from './undoable';

const now = new Date('2026-03-02T09:00:00Z');
const entry = (more: Partial<AuditEntry> = {}): AuditEntry => ({
  position: 7,
  at: '2026-03-01T09:00:01Z',
  actor: { id: 'ada', username: 'ada', displayName: 'Ada', kind: 'user' },
  action: 'channel.ChannelRenamed',
  withheld: false,
  ...more,
});

test('what can be set back is offered for a day', () => {
  expect(isUndoable(entry(), now)).toBe(true);
  expect(isUndoable(entry({ at: '2026-03-01T09:00:00Z' }), now)).toBe(false);
});

test('what was deleted is offered for a week', () => {
  for (const action of ['channel.ChannelDeleted', 'server.RoleDeleted']) {
    expect(isUndoable(entry({ action, at: '2026-02-23T09:00:01Z' }), now)).toBe(true);
    expect(isUndoable(entry({ action, at: '2026-02-23T09:00:00Z' }), now)).toBe(false);
  }
});

test('who was put out can be brought back, and put out again', () => {
  for (const what of ['MemberKicked', 'MemberBanned', 'MemberRestored']) {
    expect(isUndoable(entry({ action: `server.${what}` }), now), what).toBe(true);
  }
});

test('what is undone, hidden or for ever is not offered', () => {
  expect(isUndoable(entry({ undoneBy: 8 }), now)).toBe(false);
  expect(isUndoable(entry({ withheld: true }), now)).toBe(false);
  expect(isUndoable(entry({ action: 'server.OwnershipTransferred' }), now)).toBe(false);
  expect(isUndoable(entry({ action: 'server.Sold' }), now)).toBe(false);
});
