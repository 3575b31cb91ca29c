import { expect, test } from 'vitest';
import type { Role } from '../contract/role';
import { standingOf } from './standing';

const role = (id: string, permissions: string[] = []): Role => ({ id, serverId: 'here', name: id, permissions });
const roles = [role('captain', ['BAN_MEMBERS']), role('keeper', ['MANAGE_ROLES']), role('guest', ['SPEAK']), role('here')];
const [captain, keeper, guest, everyone] = roles as [Role, Role, Role, Role];
const of = (me: string, own: string[], permissions = ['MANAGE_ROLES', 'SPEAK']) =>
  standingOf({ ownerId: 'ada' }, roles, me, own, permissions);

test('the owner stands above all, whatever their roles', () => {
  const standing = of('ada', []);
  expect(roles.map(standing.isAbove)).toEqual([true, true, true, true]);
  expect(standing.isAboveMember('grace', ['captain'])).toBe(true);
  expect(standing.isAboveMember('ada', [])).toBe(false);
  expect(standing).toMatchObject({ owner: true, fixed: 0, highest: undefined });
});

test('others stand above what is beneath their highest role, and not above themselves', () => {
  const standing = of('grace', ['guest', 'keeper']);
  expect(roles.map(standing.isAbove)).toEqual([false, false, true, true]);
  expect(standing.fixed).toBe(2);
  expect(standing.highest).toBe(keeper);
  expect(standing.isAboveMember('grace', ['guest', 'keeper'])).toBe(false);
  expect(standing.isAboveMember('linus', ['guest'])).toBe(true);
  expect(standing.isAboveMember('linus', ['guest', 'captain'])).toBe(false);
  expect(standing.isAboveMember('ada', [])).toBe(false);
});

test('who has no role stands above nothing, not even that of everyone', () => {
  const standing = of('grace', ['deleted long ago']);
  expect(standing.isAbove(everyone)).toBe(false);
  expect(standing.isAboveMember('linus', [])).toBe(false);
  expect(standing.fixed).toBe(3);
});

test('a role is handed out by who stands above it and may all that it allows', () => {
  expect(of('grace', ['keeper']).mayHandOut(guest)).toBe(true);
  expect(of('grace', ['keeper'], ['MANAGE_ROLES']).mayHandOut(guest)).toBe(false);
  expect(of('grace', ['keeper'], ['SPEAK']).mayHandOut(guest)).toBe(false);
  expect(of('grace', ['keeper'], ['MANAGE_ROLES', 'BAN_MEMBERS']).mayHandOut(captain)).toBe(false);
  expect(of('ada', []).mayHandOut(everyone)).toBe(false);
});
