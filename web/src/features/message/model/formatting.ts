export type Mark = '**' | '_' | '`';

/** Puts marks around the selection, or takes them away when they are there; tells where the selection is then. */
export function formatted(text: string, start: number, end: number, mark: Mark) {
  const size = mark.length;
  const before = text.slice(0, start);
  const selected = text.slice(start, end);
  const after = text.slice(end);
  if (before.endsWith(mark) && after.startsWith(mark)) {
    return { text: before.slice(0, -size) + selected + after.slice(size), start: start - size, end: end - size };
  }
  return { text: before + mark + selected + mark + after, start: start + size, end: end + size };
}
