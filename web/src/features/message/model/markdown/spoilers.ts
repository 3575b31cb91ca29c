import type { PhrasingContent } from 'mdast';

/** Phrasing that is covered until it is asked for. */
export interface Spoiler {
  type: 'spoiler';
  children: (PhrasingContent | Spoiler)[];
}

type Inline = PhrasingContent | Spoiler;
const MARK = '||';

/** Covers what stands between two `||` of one parent. A mark without a partner, or around nothing, stays text. */
export function withSpoilers(children: readonly PhrasingContent[]): Inline[] {
  const result: Inline[] = [];
  let open: number | null = null;
  for (const child of children) {
    if (child.type !== 'text') {
      result.push(child);
      continue;
    }
    const parts = child.value.split(MARK);
    for (const [i, part] of parts.entries()) {
      if (i > 0) {
        if (open === null) {
          open = result.length;
          result.push({ type: 'text', value: MARK });
        } else if (result.length > open + 1) {
          const covered = result.splice(open + 1);
          result[open] = { type: 'spoiler', children: covered };
          open = null;
        } else {
          result.push({ type: 'text', value: MARK });
          open = null;
        }
      }
      if (part !== '') result.push({ type: 'text', value: part });
    }
  }
  return result;
}
