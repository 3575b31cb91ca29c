import { expect, test } from 'vitest';
import type { EventFrame } from '@/gateway/contract/frame';
import type { Role, RolePage } from '@/gateway/contract/role';
import { applyRoleFrame } from './apply-role-frame';

const role = (id: string, more: Partial<Role> = {}): Role => ({ id, serverId: 'here', name: id, permissions: [], ...more });
const page: RolePage = { items: [role('keeper'), role('guest'), role('here')], position: 7 };
const after = (frame: EventFrame) => applyRoleFrame(page, frame, 'here');
const ids = (of: RolePage) => of.items.map((one) => one.id);
const at = { position: 8, serverId: 'here' };

test('a new role stands beneath all others but that of everyone, once, in its own server', () => {
  expect(ids(after({ ...at, type: 'role.created', role: role('new') }))).toEqual(['keeper', 'guest', 'new', 'here']);
  expect(after({ ...at, type: 'role.created', role: role('guest') })).toBe(page);
  expect(after({ ...at, type: 'role.created', serverId: 'there', role: role('new', { serverId: 'there' }) })).toBe(page);
});

test('name, colour and permissions follow', () => {
  expect(after({ ...at, type: 'role.renamed', roleId: 'guest', name: 'Visitor' }).items[1]?.name).toBe('Visitor');
  const blue = after({ ...at, type: 'role.recoloured', roleId: 'guest', colour: '#0000ff' });
  expect(blue.items[1]?.colour).toBe('#0000ff');
  const none = applyRoleFrame(blue, { ...at, type: 'role.recoloured', roleId: 'guest', colour: undefined }, 'here');
  expect(none.items[1]?.colour).toBeUndefined();
  expect(
    after({ ...at, type: 'role.permissions-set', roleId: 'here', permissions: ['SPEAK'] }).items[2]?.permissions,
  ).toEqual(['SPEAK']);
});

test('a new order keeps that of everyone last, and what it does not name', () => {
  expect(ids(after({ ...at, type: 'roles.reordered', order: ['guest', 'keeper'] }))).toEqual(['guest', 'keeper', 'here']);
  expect(ids(after({ ...at, type: 'roles.reordered', order: ['guest'] }))).toEqual(['guest', 'keeper', 'here']);
  expect(after({ ...at, type: 'roles.reordered', serverId: 'there', order: ['guest', 'keeper'] })).toBe(page);
});

test('what is deleted is gone', () => {
  expect(ids(after({ ...at, type: 'role.deleted', roleId: 'keeper' }))).toEqual(['guest', 'here']);
  expect(after({ ...at, type: 'role.deleted', roleId: 'of another server' })).toBe(page);
});

test('what is restored stands where it stood', () => {
  const without = after({ ...at, type: 'role.deleted', roleId: 'keeper' });
  const back = { ...at, type: 'role.restored' as const, role: role('keeper'), order: ['keeper', 'guest'] };
  expect(ids(applyRoleFrame(without, back, 'here'))).toEqual(['keeper', 'guest', 'here']);
  expect(ids(applyRoleFrame(page, back, 'here'))).toEqual(['keeper', 'guest', 'here']);
  expect(applyRoleFrame(without, { ...back, serverId: 'there' }, 'here')).toBe(without);
});
