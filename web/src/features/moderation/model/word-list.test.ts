import { describe, expect, it } from 'vitest';
import { areSame, textOf, wordsOf } from './word-list';

describe('a list of words', () => {
  it('has one on each line, each once', () => {
    expect(wordsOf('  steam* \n\nhot water\r\nsteam*\n')).toEqual(['steam*', 'hot water']);
    expect(wordsOf(' \n')).toEqual([]);
    expect(wordsOf(textOf(['a', 'b c']))).toEqual(['a', 'b c']);
  });

  it('is the same in whatever order', () => {
    expect(areSame(['a', 'b'], ['b', 'a'])).toBe(true);
    expect(areSame(['a'], ['a', 'b'])).toBe(false);
    expect(areSame(['a'], ['b'])).toBe(false);
  });
});
