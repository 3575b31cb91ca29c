/** A hue between 0 and 359 that is the same for an id wherever it is shown (FNV-1a). */
export function hueOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  }
  return (hash >>> 0) % 360;
}

/** The first letters of the first and the last word, whole characters even where they are written by several units. */
export function initialsOf(name: string, most = 2): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 && most > 1 ? words.at(-1) : undefined;
  return [first, last].map((word) => firstCharacter(word ?? '')).join('').toLocaleUpperCase();
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function firstCharacter(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment;
  return '';
}
