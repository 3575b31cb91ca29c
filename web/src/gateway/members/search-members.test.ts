import { expect, test } from 'vitest';
import { fits, wordsOf } from './search-members';

const zoe = { username: 'countess', displayName: 'Zoé van Ångström' };

test('a member is found by the beginning of a name, whatever its accents and capital letters', () => {
  for (const words of ['', 'COUNT', 'zoe', 'Zoé V', 'van a', 'VAN ÅNG']) expect(fits(zoe, words), words).toBe(true);
  for (const words of ['ountess', 'oé', 'angstrom', 'zoe a']) expect(fits(zoe, words), words).toBe(false);
});

test('what is typed as in a mention is the same', () => {
  expect(wordsOf(' @ada ')).toBe('ada');
  expect(wordsOf('@')).toBe('');
});
