import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Translate } from '@/shared/i18n';
import { newFormatter } from '@/shared/i18n/format';
import { en } from '@/shared/i18n/locales/en';
import { fr } from '@/shared/i18n/locales/fr';
import { Problem } from './http/problem';
import { fieldText, problemText, sentences } from './problem-text';

const french: Translate = Object.assign(newFormatter('fr', fr), { language: 'fr' as const });

/** Every refusal that there is, with the status that it comes with. */
const documented = [
  ...readFileSync(new URL('../../../docs/problems.md', import.meta.url), 'utf8').matchAll(/^\| <a id="([^"]+)"><\/a>`[^`]+` \| (\d+) \|/gm),
].map(([, code = '', status]) => ({ code, status: Number(status) }));

/** What says the same of every code: what passes, and what is said by the status alone. */
const saidByStatus = (status: number) => status === 401 || status === 429 || status >= 500;

/** What this app cannot bring about, and why; whoever makes it possible writes a sentence for it. */
const neverShown: Readonly<Record<string, string>> = {
  'request.empty': 'what would change nothing is not sent',
  'request.malformed-json': 'bodies are written by JSON.stringify',
  'request.malformed-utf8': 'requests are written by the browser',
  'request.malformed-escape': 'addresses are written by URLSearchParams',
  'method.not-allowed': 'addresses and methods are those of this build',
  'accept.unknown': 'the headers are those of this build',
  'content-type.unknown': 'the headers are those of this build',
  'idempotency-key.invalid': 'keys are UUIDs',
  'idempotency-key.reused': 'another request gets another key',
  'device.not-found': 'devices are UUIDs, and told by nobody',
  'audit-log.page-ambiguous': 'pages go one way',
  'message.page-ambiguous': 'pages go one way',
  'search.cursor-invalid': 'cursors are those that were answered',
  'feed.position-invalid': 'positions are those that were told',
  'field.unknown': 'fields are those of this build',
  'field.repeated': 'parameters are written once',
  'server.deletion-not-due': 'told to the process of a deletion alone',
  'channel.deletion-not-due': 'told to the process of a deletion alone',
};

describe('every refusal', () => {
  test('of the documents is known', () => {
    expect(documented.length).toBeGreaterThan(100);
  });

  test.each(documented.filter(({ status }) => !saidByStatus(status)))('$code has its sentence', ({ code, status }) => {
    if (code in neverShown) {
      expect(sentences[code], 'it is said never to be shown').toBeUndefined();
      return;
    }
    expect(sentences[code]).toBeDefined();
    const problem = new Problem(status, { code, detail: 'In English.' });
    expect(problemText(french, problem)).not.toContain('In English.');
    expect(problemText(french, problem).length).toBeGreaterThan(5);
  });

  test('that has a sentence is one that there is', () => {
    const codes = new Set(documented.map(({ code }) => code));
    expect(Object.keys(sentences).filter((code) => !codes.has(code))).toEqual([]);
    expect(Object.keys(neverShown).filter((code) => !codes.has(code))).toEqual([]);
  });
});

test('a field says what is wrong with it in one’s own language', () => {
  const problem = new Problem(400, {
    code: 'request.invalid',
    errors: [{ field: 'name', code: 'channel.name-invalid', detail: 'A name has 1 to 100 characters.' }],
  });
  expect(fieldText(french, problem, 'name')).toBe(fr['problem.nameLength']);
  expect(fieldText(french, problem, 'topic')).toBeUndefined();
});

test('in English the answer’s own words say more, other than of what is not there', () => {
  const english: Translate = Object.assign(newFormatter('en', en), { language: 'en' as const });
  expect(problemText(english, new Problem(422, { code: 'message.word-forbidden', detail: 'Not “umbrella”.' }))).toBe('Not “umbrella”.');
  expect(problemText(english, new Problem(404, { code: 'user.not-found', detail: 'There is no such user.' }))).toBe(
    en['invite.problem.nobody'],
  );
});

test('what is not known yet is told in the words of the answer', () => {
  expect(problemText(french, new Problem(409, { code: 'kite.tangled', detail: 'The kite is tangled.' }))).toContain(
    'The kite is tangled.',
  );
});
