import { expect, test } from 'vitest';
import type { Overwrite } from '@/gateway/contract/overwrite';
import type { Role } from '@/gateway/contract/role';
import { drafted, inherited, set, stateOf, withPrivacy } from './overwrite-draft';

const said = { allow: ['SPEAK', 'OF_TOMORROW'], deny: ['VIDEO'] };

test('each permission is allowed, denied, or as elsewhere', () => {
  expect(['SPEAK', 'VIDEO', 'CONNECT'].map((name) => stateOf(said, name))).toEqual(['allow', 'deny', 'inherit']);
});

test('what is set is saved, what is not stays, also what this build does not know', () => {
  const draft = set(said, set(said, set(said, new Map(), 'SPEAK', 'deny'), 'VIDEO', 'inherit'), 'CONNECT', 'allow');
  expect(drafted(said, draft)).toEqual({ allow: ['OF_TOMORROW', 'CONNECT'], deny: ['SPEAK'] });
});

test('back to what is saved is no change', () => {
  expect(set(said, set(said, new Map(), 'SPEAK', 'deny'), 'SPEAK', 'allow').size).toBe(0);
});

const role = (id: string, permissions: string[]): Role => ({ id, serverId: 's', name: id, permissions });
const roles = [role('keeper', ['SPEAK']), role('guest', []), role('boss', ['ADMINISTRATOR']), role('s', ['VIEW_CHANNEL'])];
const overwrite = (id: string, allow: string[], deny: string[]): Overwrite => ({ id, kind: 'role', allow, deny });

const [keeper, , boss] = roles as [Role, Role, Role];
const hidden = overwrite('s', [], ['VIEW_CHANNEL']);

test('a role inherits what everyone may and what it allows, and what the channel says for everyone', () => {
  const of = (one: Role, said: Overwrite[]) => inherited(roles, said, { kind: 'role', role: one });
  expect(of(keeper, [])('VIEW_CHANNEL')).toBe(true);
  expect(of(keeper, [])('SPEAK')).toBe(true);
  expect(of(keeper, [hidden])('VIEW_CHANNEL')).toBe(false);
  expect(of(keeper, [overwrite('keeper', [], ['SPEAK'])])('SPEAK')).toBe(true);
  expect(of(boss, [hidden])('VIEW_CHANNEL')).toBe(true);
});

test('everyone inherits what their role allows, whatever the channel says for them', () => {
  expect(inherited(roles, [hidden], { kind: 'everyone' })('VIEW_CHANNEL')).toBe(true);
  expect(inherited(roles, [], { kind: 'everyone' })('SPEAK')).toBe(false);
});

test('a member inherits from all roles; one that allows wins over one that denies', () => {
  const of = (said: Overwrite[]) => inherited(roles, said, { kind: 'member', roles: ['keeper', 'guest'] });
  const denied = overwrite('keeper', [], ['SPEAK']);
  expect(of([denied, overwrite('guest', ['SPEAK'], [])])('SPEAK')).toBe(true);
  expect(of([denied])('SPEAK')).toBe(false);
  expect(of([hidden])('VIEW_CHANNEL')).toBe(false);
});

test('a private channel hides itself from everyone, and says else what it said', () => {
  const said = { allow: ['SPEAK', 'VIEW_CHANNEL'], deny: ['VIDEO'] };
  expect(withPrivacy(said, true)).toEqual({ allow: ['SPEAK'], deny: ['VIDEO', 'VIEW_CHANNEL'] });
  expect(withPrivacy(withPrivacy(said, true), false)).toEqual({ allow: ['SPEAK'], deny: ['VIDEO'] });
});
