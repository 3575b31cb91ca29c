import { IntlMessageFormat } from 'intl-messageformat';
import type { Plugin } from 'vite';
import { en } from '../src/shared/i18n/locales/en.ts';
import { fr } from '../src/shared/i18n/locales/fr.ts';

const texts: Record<string, Record<string, string>> = { en, fr };

/**
 * Parses the texts while the app is built: what goes to the browser is their syntax tree, and the parser stays here.
 * A text without arguments stays as it is.
 */
export function compiledTexts(): Plugin {
  return {
    name: 'beep:compiled-texts',
    apply: 'build',
    enforce: 'pre',
    config: () => ({
      resolve: {
        alias: [
          {
            find: /^@formatjs\/icu-messageformat-parser$/,
            replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
          },
        ],
      },
    }),
    load(id) {
      const language = /\/src\/shared\/i18n\/locales\/(\w+)\.ts$/.exec(id)?.[1];
      const known = language === undefined ? undefined : texts[language];
      if (known === undefined) return null;
      const compiled = Object.fromEntries(Object.entries(known).map(([key, text]) => [key, compile(text, String(language))]));
      return `export const ${language} = ${JSON.stringify(compiled)};`;
    },
  };
}

/** What the syntax tree calls plain text. */
const PLAIN = 0;

function compile(text: string, language: string) {
  const tree = new IntlMessageFormat(text, language).getAst();
  const [only, ...others] = tree;
  // Plain text is its own value, without the quotes that ICU may want.
  const kind: number | undefined = only?.type;
  return only !== undefined && kind === PLAIN && 'value' in only && others.length === 0 ? only.value : tree;
}
