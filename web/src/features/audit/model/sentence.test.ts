import { expect, test } from 'vitest';
import type { AuditEntry } from '@/gateway/contract/audit';
import type { Translate } from '@/shared/i18n';
import { newFormatter } from '@/shared/i18n/format';
import { en } from '@/shared/i18n/locales/en';
import { fr } from '@/shared/i18n/locales/fr';
import { actions } from './actions';
import { sentenceOf } from './sentence';

const english: Translate = Object.assign(newFormatter('en', en), { language: 'en' as const });
const french: Translate = Object.assign(newFormatter('fr', fr), { language: 'fr' as const });

const entry = (action: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  position: 7,
  at: '2026-03-01T09:00:00Z',
  actor: { id: 'ada', username: 'ada', displayName: 'Ada', kind: 'user' },
  action,
  withheld: false,
  ...more,
});
const said = (t: Translate, one: AuditEntry) =>
  sentenceOf(t, one)
    .map((part) => part.text)
    .join('');

test('names stand out of the sentence', () => {
  const renamed = entry('channel.ChannelRenamed', {
    target: { kind: 'channel', id: 'c', name: 'news' },
    before: { name: 'news' },
    after: { name: 'announcements' },
  });
  expect(sentenceOf(english, renamed)).toEqual([
    { text: 'Ada', name: true },
    { text: ' renamed ', name: false },
    { text: '#news', name: true },
    { text: ' to ', name: false },
    { text: '#announcements', name: true },
  ]);
  expect(said(french, renamed)).toBe('Ada a renommé #news en #announcements');
});

test('what is no channel to talk in bears no sign of one', () => {
  const role = { kind: 'role', id: 'r', name: 'Staff' };
  const member = { kind: 'member', id: 'g', name: 'Grace' };
  expect(said(english, entry('server.RoleGiven', { target: member, related: role }))).toBe('Ada gave Grace the role Staff');
  const folder = { target: { kind: 'channel', id: 'f', name: 'stuff' }, before: { type: 'folder' } };
  expect(said(english, entry('channel.ChannelDeleted', folder))).toBe('Ada deleted stuff (folder)');
  expect(said(english, entry('invitation.InvitationRevoked', { target: { kind: 'invitation', id: 'abc…' } }))).toBe(
    'Ada revoked the invitation link abc…',
  );
});

test('what one may not know is not told, and what is unknown is told in general', () => {
  expect(said(english, entry('channel.ChannelRenamed', { withheld: true }))).toBe(
    'Ada did something in a channel that you do not see: Channel renamed',
  );
  expect(said(english, entry('server.Sold'))).toBe('Ada did something that this version has no words for (server.Sold)');
});

test('names may look like anything', () => {
  const odd = { kind: 'role', id: 'r', name: "{x} 'y' <b>" };
  expect(said(english, entry('server.RoleCreated', { target: odd }))).toBe("Ada created the role {x} 'y' <b>");
});

test.each(actions)('%s is told in both languages', (action) => {
  const one = entry(action, {
    target: { kind: 'channel', id: 'c', name: 'news' },
    related: { kind: 'role', id: 'r', name: 'Staff' },
    before: { name: 'old' },
    after: { name: 'new' },
  });
  expect(said(english, one)).toMatch(/^Ada /);
  expect(said(french, one)).toMatch(/^Ada a /);
});
