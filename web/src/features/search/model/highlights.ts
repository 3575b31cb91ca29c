export interface Fragment {
  readonly text: string;
  readonly match: boolean;
}

const OPEN = '\uE000';
const CLOSE = '\uE001';

/** Splits a highlighted text at its marks; a mark without a partner marks up to the end. */
export function fragmentsOf(text: string): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let match = false;
  let from = 0;
  const take = (to: number) => {
    if (to > from) fragments.push({ text: text.slice(from, to), match });
    from = to + 1;
  };
  for (let i = 0; i < text.length; i++) {
    if (text[i] !== OPEN && text[i] !== CLOSE) continue;
    take(i);
    match = text[i] === OPEN;
  }
  take(text.length);
  return fragments;
}
