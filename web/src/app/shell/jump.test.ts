import { describe, expect, it } from 'vitest';
import { matching, type Target } from './jump';
import { neighbour } from './use-shell-keys';

const named = (...names: string[]): Target[] =>
  names.map((name) => ({ id: name, kind: 'channel', name, aside: '', run: () => undefined }));
const found = (typed: string, ...names: string[]) => matching(named(...names), typed, 9).map((target) => target.name);

describe('jumping', () => {
  it('puts a beginning before a word, a word before a part, a part before letters', () => {
    expect(found('gen', 'oxygen', 'the-general', 'grown-men', 'general')).toEqual(['general', 'the-general', 'oxygen', 'grown-men']);
  });

  it('folds case and accents', () => {
    expect(found('eleves', 'Élèves', 'maths')).toEqual(['Élèves']);
  });

  it('finds nothing for what is not there', () => {
    expect(found('zzz', 'general')).toEqual([]);
  });
});

describe('the next channel', () => {
  const channels = ['1', '2', '3'].map((id, order) => ({
    id,
    serverId: 's',
    name: id,
    type: 'text' as const,
    private: false,
    order,
    place: id,
    slowMode: 0,
    permissions: [],
  }));

  it('goes around the ends', () => {
    expect(neighbour(channels, '/s/s/c/3', 1, null)?.id).toBe('1');
    expect(neighbour(channels, '/s/s/c/1', -1, null)?.id).toBe('3');
  });

  it('may be the next unread one', () => {
    expect(neighbour(channels, '/s/s/c/1', 1, (id) => id === '3')?.id).toBe('3');
    expect(neighbour(channels, '/s/s/c/1', 1, () => false)).toBeUndefined();
  });
});
