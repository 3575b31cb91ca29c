import { expect, test } from 'vitest';
import type { Role } from '@/gateway/contract/role';
import { changeOf, drafted, emptyDraft, switched } from './role-draft';

const role: Role = { id: 'r', serverId: 's', name: 'Keeper', colour: '#ff0000', permissions: ['SPEAK', 'OF_TOMORROW'] };

test('nothing is to save of a role that was not touched, or touched and put back', () => {
  expect(changeOf(role, emptyDraft)).toEqual({});
  const back = switched(role, switched(role, emptyDraft, 'SPEAK', false), 'SPEAK', true);
  expect(changeOf(role, { ...back, name: 'Keeper ', colour: '#ff0000' })).toEqual({});
});

test('only what changed is saved, and unknown permissions stay', () => {
  const draft = switched(role, switched(role, emptyDraft, 'SPEAK', false), 'VIDEO', true);
  expect(changeOf(role, draft)).toEqual({ permissions: ['OF_TOMORROW', 'VIDEO'] });
  expect(changeOf(role, { ...emptyDraft, name: 'Guest' })).toEqual({ name: 'Guest' });
});

test('no colour is a colour of null', () => {
  expect(changeOf(role, { ...emptyDraft, colour: null })).toEqual({ colour: null });
  expect(drafted(role, { ...emptyDraft, colour: null }).colour).toBeUndefined();
});

test('what one did not touch follows what others change', () => {
  const draft = switched(role, emptyDraft, 'VIDEO', true);
  const changed = { ...role, name: 'Guest', permissions: ['CONNECT'] };
  expect(drafted(changed, draft)).toEqual({ ...changed, permissions: ['CONNECT', 'VIDEO'] });
  expect(changeOf({ ...role, permissions: ['VIDEO'] }, draft)).toEqual({});
});
