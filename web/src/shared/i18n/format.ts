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

/** Makes the sentences of one language; each is parsed once, when it is first needed. */
export function newFormatter<K extends string>(language: Language, texts: Record<K, string>) {
  const parsed = new Map<K, IntlMessageFormat>();
  return (key: K, values?: Values): string => {
    let message = parsed.get(key);
    if (message === undefined) {
      message = new IntlMessageFormat(texts[key], language);
      parsed.set(key, message);
    }
    const formatted = message.format(values);
    return typeof formatted === 'string' ? formatted : String(formatted);
  };
}
