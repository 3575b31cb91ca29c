import { expect, test } from 'vitest';
import type { Role } from '../contract/role';
import { roleColour } from './role-colour';

const role = (id: string, colour?: string): Role => ({ id, serverId: 's', name: id, colour, permissions: [] });

test('the highest of one’s roles that has a colour gives it', () => {
  const roles = [role('captain', '#ff0000'), role('keeper'), role('guest', '#0000ff'), role('s')];
  expect(roleColour(roles, ['guest', 'keeper'])).toBe('#0000ff');
  expect(roleColour(roles, ['guest', 'captain'])).toBe('#ff0000');
  expect(roleColour(roles, ['keeper', 'deleted long ago'])).toBeUndefined();
});
