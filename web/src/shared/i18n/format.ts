import { IntlMessageFormat, type PrimitiveType } from 'intl-messageformat';

export type Values = Record<string, PrimitiveType>;

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The language that fits best, of those that exist. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found !== undefined) return found;
  }
  return 'en';
}

/** A sentence in ICU syntax, or what the build made of it: its syntax tree, or plain text. */
export type Text = ConstructorParameters<typeof IntlMessageFormat>[0];

/** Makes the sentences of one language; each is prepared once, when it is first needed. */
export function newFormatter<K extends string>(language: Language, texts: Record<K, Text>) {
  const prepared = new Map<K, (values?: Values) => string>();
  return (key: K, values?: Values): string => {
    let sentence = prepared.get(key);
    if (sentence === undefined) {
      sentence = prepare(texts[key], language);
      prepared.set(key, sentence);
    }
    return sentence(values);
  };
}

function prepare(text: Text, language: Language): (values?: Values) => string {
  if (typeof text === 'string' && !/[{}'<]/.test(text)) return () => text;
  const message = new IntlMessageFormat(text, language);
  return (values) => String(message.format(values));
}
