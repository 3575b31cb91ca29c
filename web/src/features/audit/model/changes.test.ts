import { expect, test } from 'vitest';
import { changesOf } from './changes';

test('shows how a value stood and stands', () => {
  expect(changesOf({ before: { name: 'a' }, after: { name: 'b' } })).toEqual([
    { field: 'name', kind: 'value', before: 'a', after: 'b' },
  ]);
  expect(changesOf({ before: {}, after: { topic: 'b' } })).toEqual([
    { field: 'topic', kind: 'value', before: undefined, after: 'b' },
  ]);
  expect(changesOf({ before: { private: true } })).toEqual([
    { field: 'private', kind: 'value', before: true, after: undefined },
  ]);
});

test('shows of lists what came and went', () => {
  expect(changesOf({ before: { permissions: ['A', 'B'] }, after: { permissions: ['B', 'C'] } })).toEqual([
    { field: 'permissions', kind: 'list', gone: ['A'], added: ['C'] },
  ]);
  expect(changesOf({ after: { allow: ['A'], deny: [] } })).toEqual([
    { field: 'allow', kind: 'list', gone: [], added: ['A'] },
  ]);
});

test('shows nothing where nothing changed, or where only ids did', () => {
  expect(changesOf({})).toEqual([]);
  expect(changesOf({ before: { name: 'a', order: ['1'] }, after: { name: 'a', order: ['2'] } })).toEqual([]);
});

test('shows words that came into the filter, left it, or are treated otherwise', () => {
  const before = { 'word:name': 'report', 'word:rain': 'block' };
  expect(changesOf({ before, after: { 'word:name': 'block', 'word:snow': 'report' } })).toEqual([
    { field: 'blocked', kind: 'list', gone: ['rain'], added: ['name'] },
    { field: 'reported', kind: 'list', gone: ['name'], added: ['snow'] },
  ]);
});
