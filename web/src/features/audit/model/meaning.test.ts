import { expect, test } from 'vitest';
import { meaningOf } from './meaning';

test('says what becomes of people, and nothing where the fields say it', () => {
  expect(meaningOf('server.MemberBanned')).toBe('audit.undoMeans.ban');
  expect(meaningOf('server.MemberKicked')).toBe('audit.undoMeans.kick');
  expect(meaningOf('channel.ChannelRenamed')).toBeUndefined();
  expect(meaningOf('toString')).toBeUndefined();
});
