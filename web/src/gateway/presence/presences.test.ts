import { beforeEach, expect, test } from 'vitest';
import { loadPresences, loadSome, presenceOf, presences, presencesMissed, presencesTold } from './presences';

beforeEach(() => presences.set(new Map()));

const of = (userId: string) => presenceOf(presences.get(), userId);

test('whoever was not told of is offline', () => {
  presencesTold([{ userId: 'ada', presence: 'idle' }]);
  expect([of('ada'), of('grace')]).toEqual(['idle', 'offline']);
  presencesTold([{ userId: 'ada', presence: 'offline' }]);
  expect(of('ada')).toBe('offline');
});

test('what is told while a snapshot is on its way is newer than that', async () => {
  presencesTold([{ userId: 'old', presence: 'online' }]);
  presencesMissed();
  expect(of('old')).toBe('online');
  await loadPresences(async () => {
    presencesTold([{ userId: 'ada', presence: 'offline' }]);
    return await Promise.resolve({
      connected: 2,
      complete: true,
      presences: [
        { userId: 'ada', presence: 'online' as const },
        { userId: 'grace', presence: 'dnd' as const },
      ],
    });
  });
  expect([of('ada'), of('grace'), of('old')]).toEqual(['offline', 'dnd', 'offline']);
});

test('a map that says the same stays the same', () => {
  presencesTold([{ userId: 'ada', presence: 'online' }]);
  const before = presences.get();
  presencesTold([{ userId: 'ada', presence: 'online' }, { userId: 'grace', presence: 'offline' }]);
  expect(presences.get()).toBe(before);
});

test('what an answer says of some people leaves all others as they were, and what was told meanwhile', async () => {
  presencesTold([{ userId: 'old', presence: 'online' }]);
  presencesMissed();
  const answer = await loadSome(
    async () => {
      presencesTold([{ userId: 'grace', presence: 'idle' }]);
      return await Promise.resolve({ items: ['ada', 'grace'] });
    },
    ({ items }) => items.map((userId) => ({ userId, presence: 'dnd' as const })),
  );
  expect(answer.items).toHaveLength(2);
  expect([of('ada'), of('grace'), of('old')]).toEqual(['dnd', 'idle', 'online']);
});
