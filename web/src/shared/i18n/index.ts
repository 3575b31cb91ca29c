export { chooseLanguage, startLanguage, useLanguage, useText } from './language';
export type { Language, TextKey, Translate } from './language';
export * from './dates';
