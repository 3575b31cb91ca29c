/** How many words and phrases a filter has at most. */
export const WORDS_MOST = 200;

/** The words of a text that has one on each line, each once. */
export const wordsOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

export const textOf = (words: readonly string[]): string => words.join('\n');

/** Whether two lists have the same words, in whatever order. */
export const areSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((word) => others.includes(word));
