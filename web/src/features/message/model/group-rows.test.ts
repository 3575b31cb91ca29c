import { describe, expect, it } from 'vitest';
import type { Entry } from './entries';
import { groupRows } from './group-rows';

let number = 0;
function said(author: string, createdAt: string, replyTo?: string): Entry {
  const id = `m${++number}`;
  const message = {
    id,
    channelId: 'c',
    author: { id: author, username: author, displayName: author, kind: 'user' as const },
    content: 'hello',
    createdAt,
    mentions: [],
    pinned: false,
    ...(replyTo === undefined ? {} : { replyTo }),
  };
  return { key: id, message, state: 'there' };
}

const utcDay = (instant: string): string => instant.slice(0, 10);
const group = (entries: readonly Entry[], more: Partial<Parameters<typeof groupRows>[1]> = {}) =>
  groupRows(entries, { begins: true, dayOf: utcDay, ...more });
const heads = (entries: readonly Entry[], more: Partial<Parameters<typeof groupRows>[1]> = {}) =>
  group(entries, more).map((row) => row.head);

describe('messages under heads', () => {
  it('stand together for five minutes, by author', () => {
    expect(
      heads([
        said('ada', '2026-01-01T10:00:00Z'),
        said('ada', '2026-01-01T10:04:59Z'),
        said('grace', '2026-01-01T10:05:10Z'),
        said('grace', '2026-01-01T10:10:10Z'),
      ]),
    ).toEqual([true, false, true, true]);
  });

  it('begin anew at a new day, an answer and the unread line', () => {
    const entries = [
      said('ada', '2026-01-01T23:59:00Z'),
      said('ada', '2026-01-02T00:00:00Z'),
      said('ada', '2026-01-02T00:00:10Z', 'm1'),
      said('ada', '2026-01-02T00:00:20Z'),
      said('ada', '2026-01-02T00:00:30Z'),
    ];
    expect(heads(entries, { firstUnread: entries[3]?.message.id ?? null })).toEqual([true, true, true, true, false]);
    expect(group(entries).map((row) => row.day !== null)).toEqual([true, true, false, false, false]);
  });

  it('keep their height when older ones come above them', () => {
    const entries = [
      said('ada', '2026-01-01T10:00:00Z'),
      said('ada', '2026-01-01T10:01:00Z'),
      said('ada', '2026-01-01T10:02:00Z'),
    ];
    const [alone] = group(entries.slice(1), { begins: false });
    const [, joined] = group(entries, { seams: [entries[1]?.message.id ?? ''] });
    expect(alone).toEqual(joined);
    expect(joined).toMatchObject({ head: true, day: null });
  });
});
