export const MOST_TAGS = 5;
export const LONGEST_TAG = 20;

/** The tags in what was typed, parted by commas: as Beep keeps them. */
export const tagsOf = (typed: string): readonly string[] => [
  ...new Set(
    typed
      .split(',')
      .map((tag) => tag.trim().toLowerCase())
      .filter((tag) => tag !== ''),
  ),
];

/** Whether Beep would take them. */
export const fit = (tags: readonly string[]): boolean =>
  tags.length <= MOST_TAGS && tags.every((tag) => Array.from(tag).length <= LONGEST_TAG);
