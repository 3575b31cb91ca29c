import { expect, test } from 'vitest';
import type { Timeline } from '../model/timeline';
import { applyPictureSet } from './apply-picture-set';

const said = (id: string, author: string) => ({
  id,
  channelId: 'here',
  author: { id: author, username: author, displayName: author, kind: 'user' as const },
  content: 'hello',
  createdAt: '2026-03-01T09:00:00Z',
  mentions: [],
  pinned: false,
});
const timeline: Timeline = { items: [said('1', 'ada'), said('2', 'bob')], hasBefore: false, hasAfter: false, position: 4 };

test('someone looks different also beside what they wrote before', () => {
  const after = applyPictureSet(timeline, 'ada', '/api/pictures/a/256');
  expect(after.items.map((message) => message.author.avatarUrl)).toEqual(['/api/pictures/a/256', undefined]);
  expect(applyPictureSet(after, 'ada', undefined).items[0]?.author.avatarUrl).toBeUndefined();
});

test('who wrote nothing here changes nothing', () => {
  expect(applyPictureSet(timeline, 'carol', '/api/pictures/a/256')).toBe(timeline);
});
