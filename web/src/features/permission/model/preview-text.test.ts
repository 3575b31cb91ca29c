import { expect, test } from 'vitest';
import type { Translate } from '@/shared/i18n';
import { newFormatter } from '@/shared/i18n/format';
import { en } from '@/shared/i18n/locales/en';
import { fr } from '@/shared/i18n/locales/fr';
import { effectsOf, summaryOf, whoOf, whereOf } from './preview-text';

const english: Translate = Object.assign(newFormatter('en', en), { language: 'en' as const });
const french: Translate = Object.assign(newFormatter('fr', fr), { language: 'fr' as const });

const named = (...names: string[]) => names.map((displayName) => ({ userId: displayName, displayName }));
const channels = (...names: string[]) => names.map((name) => ({ id: name, name }));

test('a few are named, the others counted', () => {
  expect(whoOf(english, { members: 1, some: named('Ada'), effects: [] })).toBe('Ada');
  expect(whoOf(english, { members: 12, some: named('Ada', 'Grace', 'Linus', 'Ken'), effects: [] })).toBe(
    'Ada, Grace, Linus and 9 others',
  );
  expect(whoOf(french, { members: 4, some: named('Ada', 'Grace', 'Linus'), effects: [] })).toBe('Ada, Grace, Linus et 1 autre');
});

test('from how many something is taken, and to how many something is given', () => {
  const lose = { channels: [], gained: [], lost: ['SPEAK'] };
  const win = { channels: [], gained: ['VIDEO'], lost: [] };
  const groups = [
    { members: 3, some: named('Ada'), effects: [lose] },
    { members: 2, some: named('Grace'), effects: [lose, win] },
  ];
  const preview = { serverId: 'here', groups, members: 5, complete: true, position: 7 };
  expect(summaryOf(english, preview)).toBe('Takes something from 5 members · Gives something to 2 members');
  expect(summaryOf(english, { ...preview, groups: groups.slice(0, 1), members: 3 })).toBe('Takes something from 3 members');
  expect(summaryOf(french, { ...preview, complete: false })).toContain('5');
});

test('where', () => {
  const where = (names: string[]) => whereOf(english, { channels: channels(...names), gained: [], lost: [] });
  expect(where([])).toBe('in the server as a whole');
  expect(where(['news'])).toBe('in #news');
  expect(where(['a', 'b', 'c', 'd', 'e', 'f'])).toBe('in #a, #b, #c, #d and 2 more channels');
});

test('what is lost and gained', () => {
  expect(effectsOf(english, { channels: channels('news'), gained: ['SPEAK'], lost: ['SEND_MESSAGES', 'EMBED_LINKS'] })).toEqual([
    { gain: false, text: 'Lost in #news: Send messages and Show previews' },
    { gain: true, text: 'Gained in #news: Speak' },
  ]);
});

test('who loses sight of a channel needs no list of what else is gone', () => {
  expect(effectsOf(english, { channels: channels('news'), gained: [], lost: ['VIEW_CHANNEL', 'SEND_MESSAGES'] })).toEqual([
    { gain: false, text: 'Everything in #news is hidden' },
  ]);
  expect(effectsOf(english, { channels: channels('news'), gained: ['VIEW_CHANNEL'], lost: [] })[0]?.text).toBe(
    'What is in #news is shown',
  );
  expect(effectsOf(english, { channels: channels('news'), gained: ['VIEW_CHANNEL', 'SPEAK'], lost: [] })[0]?.text).toBe(
    'What is in #news is shown, and gained there: Speak',
  );
  expect(effectsOf(english, { channels: [], gained: [], lost: ['VIEW_CHANNEL'] })[0]?.text).toBe(
    'Lost in the server as a whole: See channels',
  );
});
