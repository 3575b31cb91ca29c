import { newStoredStore } from '../model/stored';
import { newStore, useStore } from '../model/store';
import { languageFor, languages, newFormatter, type Language, type Values } from './format';
import type { TextKey } from './locales/en';

export type { TextKey } from './locales/en';
export type { Language } from './format';

/** Makes a sentence in the language that holds. */
export type Translate = ((key: TextKey, values?: Values) => string) & { readonly language: Language };

/** What the user chose; until then the browser's wish holds. */
const chosen = newStoredStore<Language | null>(
  'language',
  (text) => languages.find((language) => language === text) ?? null,
  (language) => language ?? '',
);

const spoken = newStore<Translate>(Object.assign((key: TextKey) => key, { language: 'en' as const }));

const loaders: Record<Language, () => Promise<Record<TextKey, string>>> = {
  en: async () => (await import('./locales/en')).en,
  fr: async () => (await import('./locales/fr')).fr,
};

/** Loads the texts of the language that holds; nothing is shown before. */
export async function startLanguage(): Promise<void> {
  chosen.subscribe(() => void speak());
  await speak();
}

export const chooseLanguage = (language: Language): void => chosen.set(language);

export const useLanguage = (): Language => useStore(spoken, (t) => t.language);

/** The function that makes sentences; a component that uses it is drawn again when the language changes. */
export const useText = (): Translate => useStore(spoken);

async function speak(): Promise<void> {
  const language = chosen.get() ?? languageFor(navigator.languages);
  const texts = await loaders[language]();
  document.documentElement.lang = language;
  spoken.set(Object.assign(newFormatter(language, texts), { language }));
}
