import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { languageFor } from './format';
import { en } from './locales/en';
import { fr } from './locales/fr';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Every argument of a text, also of the texts inside its plurals. */
function argumentsIn(ast: Ast): string[] {
  return ast.flatMap((element) => [
    // A piece of plain text has no argument; everything else is named by one.
    ...('value' in element && ![0].includes(element.type) ? [element.value] : []),
    ...('options' in element ? Object.values(element.options).flatMap((option) => argumentsIn(option.value)) : []),
  ]);
}

const argumentsOf = (text: string, language: string): string[] =>
  [...new Set(argumentsIn(new IntlMessageFormat(text, language).getAst()))].toSorted();

describe('the texts', () => {
  it('exist in both languages, with the same arguments', () => {
    expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [key, text] of Object.entries(en)) {
      const french = (fr as Record<string, string>)[key] ?? '';
      expect(argumentsOf(french, 'fr'), key).toEqual(argumentsOf(text, 'en'));
    }
  });

  it.each([
    ['en', en],
    ['fr', fr],
  ])('are well formed in %s', (language, texts) => {
    for (const [key, text] of Object.entries(texts)) {
      expect(() => new IntlMessageFormat(text, language), key).not.toThrow();
    }
  });

  it('are chosen by what the browser wishes', () => {
    expect(languageFor(['de', 'fr-CA', 'en'])).toBe('fr');
    expect(languageFor(['de'])).toBe('en');
  });
});
