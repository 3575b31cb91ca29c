import { expect, test } from 'vitest';
import { serverOfChange } from './follow';

const at = { position: 8, serverId: 'here' };

test('what can change what somebody may do', () => {
  expect(serverOfChange({ ...at, type: 'role.given', userId: 'ada', roleId: 'staff' })).toBe('here');
  expect(serverOfChange({ ...at, type: 'role.deleted', roleId: 'staff' })).toBe('here');
  expect(serverOfChange({ ...at, type: 'server.handed-over', ownerId: 'ada' })).toBe('here');
  expect(serverOfChange({ ...at, type: 'channel.overwrites-changed', channelId: 'news' })).toBe('here');
});

test('what cannot', () => {
  expect(serverOfChange({ ...at, type: 'roles.reordered', order: ['staff'] })).toBeUndefined();
});
