import { expect, test } from 'vitest';
import type { EventFrame } from '../contract/frame';
import { changedRights } from './changed-rights';

const at = { position: 8, serverId: 'here' };
const after = (frame: EventFrame, permissions: readonly string[] | undefined = ['SEND_MESSAGES']) =>
  changedRights(frame, 'ada', () => ({ roles: ['keeper'], permissions }));

test('a role that oneself is given or loses', () => {
  expect(after({ ...at, type: 'role.given', userId: 'ada', roleId: 'guest' })).toBe('here');
  expect(after({ ...at, type: 'role.taken', userId: 'ada', roleId: 'keeper' })).toBe('here');
  expect(after({ ...at, type: 'role.given', userId: 'grace', roleId: 'keeper' })).toBeUndefined();
});

test('a role that oneself has, or that of everyone', () => {
  const set = (roleId: string): EventFrame => ({ ...at, type: 'role.permissions-set', roleId, permissions: [] });
  expect(after(set('keeper'))).toBe('here');
  expect(after(set('here'))).toBe('here');
  expect(after(set('guest'))).toBeUndefined();
  expect(after({ ...at, type: 'role.deleted', roleId: 'keeper' })).toBe('here');
  expect(after({ ...at, type: 'role.deleted', roleId: 'guest' })).toBeUndefined();
  const guest = { id: 'guest', serverId: 'here', name: 'Guest', permissions: [] };
  expect(after({ ...at, type: 'role.restored', role: guest, order: ['guest'] })).toBe('here');
});

test('while one’s roles are not known, every change may be one of one’s own', () => {
  const set: EventFrame = { ...at, type: 'role.permissions-set', roleId: 'guest', permissions: [] };
  expect(changedRights(set, 'ada', () => ({ roles: undefined, permissions: undefined }))).toBe('here');
});

test('who owns the server now, and who owned it before', () => {
  expect(after({ ...at, type: 'server.handed-over', ownerId: 'ada' })).toBe('here');
  expect(after({ ...at, type: 'server.handed-over', ownerId: 'grace' }, ['ADMINISTRATOR', 'SEND_MESSAGES'])).toBe('here');
  expect(after({ ...at, type: 'server.handed-over', ownerId: 'grace' })).toBeUndefined();
  const unknown = changedRights({ ...at, type: 'server.handed-over', ownerId: 'grace' }, 'ada', () => ({
    roles: undefined,
    permissions: undefined,
  }));
  expect(unknown).toBe('here');
});

test('what is no right', () => {
  expect(after({ ...at, type: 'role.renamed', roleId: 'keeper', name: 'Keeper' })).toBeUndefined();
  expect(after({ ...at, type: 'roles.reordered', order: ['keeper'] })).toBeUndefined();
});
