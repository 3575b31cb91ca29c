import type { Definition, Nodes, Root } from 'mdast';
import { Fragment, memo, type ReactNode } from 'react';
import { isEmojiOnly } from '../../model/markdown/emoji-only';
import { piecesOf } from '../../model/markdown/mentions';
import { DEEPEST, parseMarkdown } from '../../model/markdown/parse';
import { safeLink } from '../../model/markdown/safe-link';
import type { Spoiler } from '../../model/markdown/spoilers';
import { textOf } from '../../model/markdown/text-of';
import { CodeBlock } from './code-block';
import { Cover } from './cover';

interface MarkdownProps {
  readonly content: string;
  /** Whose mentions stand out. */
  readonly username: string;
  /** What stands at the end of the last line. */
  readonly tail?: ReactNode;
}

interface Context {
  readonly username: string;
  readonly definitions: ReadonlyMap<string, Definition>;
}

/** A message's text as elements. Nothing of it ever becomes markup or an address that a script could run from. */
export const Markdown = memo(function Markdown({ content, username, tail }: MarkdownProps) {
  if (isEmojiOnly(content)) {
    return (
      <p className="text-[36px] leading-11">
        {content}
        {tail}
      </p>
    );
  }
  const root = parseMarkdown(content);
  const context = { username, definitions: definitionsOf(root) };
  const last = root.children.at(-1);
  if (!tail || last?.type !== 'paragraph') {
    return (
      <div className="markdown">
        {inside(root, context, 0)}
        {tail}
      </div>
    );
  }
  return (
    <div className="markdown">
      {inside({ ...root, children: root.children.slice(0, -1) }, context, 0)}
      <p>
        {inside(last, context, 1)}
        {tail}
      </p>
    </div>
  );
});

function definitionsOf(root: Root): ReadonlyMap<string, Definition> {
  return new Map(
    root.children
      .filter((node): node is Definition => node.type === 'definition')
      .toReversed()
      .map((node) => [node.identifier, node]),
  );
}

function inside(node: Nodes | Spoiler, context: Context, depth: number): ReactNode {
  if (!('children' in node)) return null;
  if (depth > DEEPEST) return textOf(node);
  return node.children.map((child, i) => <Fragment key={i}>{element(child, context, depth + 1)}</Fragment>);
}

function element(node: Nodes | Spoiler, context: Context, depth: number): ReactNode {
  const children = () => inside(node, context, depth);
  switch (node.type) {
    case 'text':
      return <Text text={node.value} username={context.username} />;
    case 'paragraph':
      return <p>{children()}</p>;
    case 'heading':
      // A message is no document: its headings must not stand in the outline of the page.
      return <p className="heading" data-depth={node.depth}>{children()}</p>;
    case 'emphasis':
      return <em>{children()}</em>;
    case 'strong':
      return <strong>{children()}</strong>;
    case 'delete':
      return <s>{children()}</s>;
    case 'spoiler':
      return <Cover>{children()}</Cover>;
    case 'blockquote':
      return <blockquote>{children()}</blockquote>;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return <CodeBlock code={node.value} language={node.lang ?? undefined} />;
    case 'break':
      return <br />;
    case 'thematicBreak':
      return <hr />;
    case 'list':
      return node.ordered ? <ol start={node.start ?? 1}>{children()}</ol> : <ul>{children()}</ul>;
    case 'listItem':
      return <li>{children()}</li>;
    case 'link':
      return <Link url={node.url}>{children()}</Link>;
    case 'linkReference':
      return <Link url={context.definitions.get(node.identifier)?.url ?? ''}>{children()}</Link>;
    case 'image':
      return <Link url={node.url}>{node.alt || node.url}</Link>;
    case 'imageReference':
      return <Link url={context.definitions.get(node.identifier)?.url ?? ''}>{node.alt ?? node.identifier}</Link>;
    case 'table':
      return (
        <div className="table" role="region" tabIndex={0} aria-label={textOf(node.children[0] ?? node)}>
          <table>
            <tbody>
              {node.children.map((row, i) => (
                <tr key={i}>
                  {row.children.map((cell, j) => {
                    const Cell = i === 0 ? 'th' : 'td';
                    return (
                      <Cell key={j} scope={i === 0 ? 'col' : undefined} data-align={node.align?.[j] ?? undefined}>
                        {inside(cell, context, depth + 2)}
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'definition':
      return null;
    case 'html':
    case 'yaml':
      return node.value;
    case 'root':
    case 'tableRow':
    case 'tableCell':
    case 'footnoteDefinition':
    case 'footnoteReference':
      return children();
  }
}

function Text({ text, username }: { text: string; username: string }) {
  if (!text.includes('@')) return text;
  return piecesOf(text).map((piece, i) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      <span key={i} className="mention" data-self={isSelf(piece.name, username) || undefined}>
        @{piece.name}
      </span>
    ),
  );
}

const isSelf = (name: string, username: string): boolean =>
  name.toLowerCase() === username.toLowerCase() || name === 'everyone' || name === 'here';

function Link({ url, children }: { url: string; children: ReactNode }) {
  const href = safeLink(url);
  if (href === null) return <>{children}</>;
  const own = href.startsWith(`${location.origin}/`);
  return own ? (
    <a href={href}>{children}</a>
  ) : (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
      {children}
    </a>
  );
}
