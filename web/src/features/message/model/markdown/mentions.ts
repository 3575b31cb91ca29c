export type Piece = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'mention'; readonly name: string };

const mention = /(?<![\p{L}\p{N}_@/.-])@([a-z0-9._-]{2,32}|everyone|here)/giu;

/** Finds `@names` in running text; a full stop or dash at the end of one belongs to the sentence. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(mention)) {
    const name = (match[1] ?? '').replace(/[.-]+$/, '');
    if (name.length < 2) continue;
    if (match.index > from) pieces.push({ kind: 'text', text: text.slice(from, match.index) });
    pieces.push({ kind: 'mention', name });
    from = match.index + 1 + name.length;
  }
  if (from < text.length) pieces.push({ kind: 'text', text: text.slice(from) });
  return pieces;
}

/** Whether somebody is called by name, or everyone is. */
export function mentionsName(text: string, username: string): boolean {
  return (
    text.includes('@') &&
    piecesOf(text).some(
      (piece) =>
        piece.kind === 'mention' &&
        (piece.name.toLowerCase() === username.toLowerCase() || piece.name === 'everyone' || piece.name === 'here'),
    )
  );
}
