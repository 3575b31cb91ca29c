import { expect, test } from 'vitest';
import type { MemberPermissions, PermissionStep } from '@/gateway/contract/permission';
import type { Translate } from '@/shared/i18n';
import { newFormatter } from '@/shared/i18n/format';
import { en } from '@/shared/i18n/locales/en';
import { fr } from '@/shared/i18n/locales/fr';
import { listed, permissionName, reasonsOf, sentenceOf } from './reasons';

const english: Translate = Object.assign(newFormatter('en', en), { language: 'en' as const });
const french: Translate = Object.assign(newFormatter('fr', fr), { language: 'fr' as const });

const step = (ground: PermissionStep['ground'], allows: boolean, role?: string): PermissionStep => ({
  ground,
  allows,
  decides: true,
  ...(role !== undefined && { roleId: role, roleName: role }),
});

const told = (steps: readonly PermissionStep[], more: Partial<MemberPermissions> = {}, t = english) => {
  const permission = { permission: 'SEND_MESSAGES', allowed: steps.at(-1)?.allows ?? false, steps: [...steps] };
  const of: MemberPermissions = {
    serverId: 'here',
    channelId: 'news',
    userId: 'ada',
    displayName: 'Ada',
    permissions: [permission],
    position: 1,
    ...more,
  };
  return reasonsOf(t, permission, of).map((reason) => sentenceOf(t, reason, of));
};

test('what decided, in its order', () => {
  expect(told([step('role', true, 'here'), step('role-overwrite', false, 'Guests'), step('member-overwrite', true)])).toEqual([
    'The role Everyone allows it.',
    'This channel denies it to “Guests”.',
    'This channel allows it to Ada.',
  ]);
});

test('roles that say the same are one sentence', () => {
  expect(told([step('role', true, 'Writers'), step('role', true, 'Staff')])).toEqual([
    'The roles “Writers” and “Staff” allow it.',
  ]);
  expect(told([step('role-overwrite', false, 'Guests'), step('role-overwrite', true, 'Staff')])).toHaveLength(2);
});

test('the folder whose overwrites count', () => {
  expect(told([step('everyone-overwrite', false, 'here')], { folderId: 'box', folderName: 'Office' })).toEqual([
    'The folder “Office”, which this channel follows, denies it to everyone.',
  ]);
});

test('until when someone is timed out', () => {
  const [sentence] = told([step('time-out', false)], { timedOutUntil: '2026-11-20T14:02:00Z' });
  expect(sentence).toMatch(/^Ada is timed out until Friday.* and only reads\.$/);
  expect(told([step('time-out', false)])).toEqual(['Ada is timed out and only reads.']);
});

test('every ground has a sentence in both languages', () => {
  const grounds = [
    'not-member',
    'owner',
    'administrator',
    'role',
    'no-role',
    'everyone-overwrite',
    'role-overwrite',
    'member-overwrite',
    'time-out',
    'hidden',
  ] as const;
  for (const t of [english, french]) {
    const sentences = grounds.flatMap((ground) => told([step(ground, false, 'Staff')], {}, t));
    expect(new Set(sentences).size).toBe(grounds.length);
    expect(sentences.every((sentence) => sentence.endsWith('.') && !sentence.includes('explain.'))).toBe(true);
  }
});

test('names', () => {
  expect(permissionName(english, 'SEND_MESSAGES')).toBe('Send messages');
  expect(permissionName(english, 'FLY')).toBe('FLY');
  expect(listed(french, ['a', 'b', 'c'])).toBe('a, b et c');
});
