import { expect, test } from 'vitest';
import { groupsOfChannel, groupsOfServer } from './permissions';

const all = groupsOfServer.flatMap(({ permissions }) => permissions);
const inChannel = (type: 'text' | 'voice' | 'folder') => groupsOfChannel(type).flatMap(({ permissions }) => permissions);

test('every permission stands in one group', () => {
  expect(all).toHaveLength(25);
  expect(new Set(all).size).toBe(25);
});

test('a channel has what means something in it', () => {
  expect(inChannel('folder')).toHaveLength(19);
  expect(inChannel('text')).toContain('SEND_MESSAGES');
  expect(inChannel('text')).not.toContain('SPEAK');
  expect(inChannel('voice')).toContain('SPEAK');
  expect(inChannel('voice')).not.toContain('SEND_MESSAGES');
  for (const type of ['text', 'voice', 'folder'] as const) {
    expect(inChannel(type)).toContain('VIEW_CHANNEL');
    expect(inChannel(type)).not.toContain('ADMINISTRATOR');
  }
});
