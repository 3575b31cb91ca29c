import type { Nodes } from 'mdast';
import { parseMarkdown } from './parse';
import type { Spoiler } from './spoilers';

/** A message in one plain line, for quotes and screen readers. What is covered stays covered. */
export function plainLine(content: string, most = 160): string {
  const line = textOf(parseMarkdown(content)).replaceAll(/\s+/gu, ' ').trim();
  return line.length > most ? `${line.slice(0, most).trimEnd()}…` : line;
}

export function textOf(node: Nodes | Spoiler): string {
  if (node.type === 'spoiler') return '▒▒▒';
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.value;
  if ('alt' in node && node.alt) return node.alt;
  if (!('children' in node)) return '';
  const block = node.type !== 'paragraph' && node.type !== 'heading';
  return node.children.map((child) => textOf(child)).join(block && node.type !== 'link' && !isInline(node.type) ? ' ' : '');
}

const inline = new Set(['emphasis', 'strong', 'delete', 'link', 'linkReference']);
const isInline = (type: string): boolean => inline.has(type);
