import type { Nodes, Parent, PhrasingContent, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { withSpoilers } from './spoilers';

/** Markup is never read as such: it stays the text that was typed. */
const noHtml = { disable: { null: ['htmlFlow', 'htmlText'] } };

const extensions = [gfmTable(), gfmStrikethrough({ singleTilde: false }), gfmAutolinkLiteral(), noHtml];
const mdastExtensions = [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown(), gfmAutolinkLiteralFromMarkdown()];

/** Rows come and go while one scrolls; what was parsed is kept for a while. */
const KEPT = 400;
const parsed = new Map<string, Root>();

/** CommonMark with tables, strikethrough, bare links and `||spoilers||`. */
export function parseMarkdown(content: string): Root {
  const known = parsed.get(content);
  if (known !== undefined) return known;
  const root = fromMarkdown(content, { extensions, mdastExtensions });
  spoil(root, 0);
  if (parsed.size >= KEPT) {
    const oldest = parsed.keys().next().value;
    if (oldest !== undefined) parsed.delete(oldest);
  }
  parsed.set(content, root);
  return root;
}

/** Deeper than anyone writes, and far from where recursion ends badly. */
export const DEEPEST = 40;

function spoil(node: Nodes, depth: number): void {
  if (!('children' in node) || depth > DEEPEST) return;
  const parent: Parent = node;
  for (const child of parent.children) spoil(child, depth + 1);
  if (parent.children.some((child) => child.type === 'text' && child.value.includes('||'))) {
    // Text stands among phrasing only, and so does all that is beside it.
    parent.children = withSpoilers(parent.children as PhrasingContent[]) as Parent['children'];
  }
}
