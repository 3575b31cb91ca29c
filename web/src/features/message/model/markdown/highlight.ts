import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import markdown from 'highlight.js/lib/languages/markdown';
import php from 'highlight.js/lib/languages/php';
import python from 'highlight.js/lib/languages/python';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

const lowlight = createLowlight({
  bash, c, cpp, csharp, css, diff, go, java, javascript, json, kotlin, markdown, php, python, ruby, rust, sql,
  typescript, xml, yaml,
});

/** A piece of code and the kind of thing it is. */
export interface Token {
  readonly text: string;
  readonly kind: string;
}

/** Colours code of a known language; null for one that is not known. This module is big and loaded when needed. */
export function highlight(code: string, language: string): readonly Token[] | null {
  if (!lowlight.registered(language)) return null;
  const tokens: Token[] = [];
  walk(lowlight.highlight(language, code), '', tokens);
  return tokens;
}

type Tree = ReturnType<typeof lowlight.highlight> | ReturnType<typeof lowlight.highlight>['children'][number];

function walk(node: Tree, kind: string, tokens: Token[]): void {
  if (node.type === 'text') {
    tokens.push({ text: node.value, kind });
    return;
  }
  if (node.type !== 'root' && node.type !== 'element') return;
  const classes: unknown = node.type === 'element' ? node.properties['className'] : undefined;
  const first: unknown = Array.isArray(classes) ? classes[0] : undefined;
  const inner = typeof first === 'string' ? first.replace('hljs-', '') : kind;
  for (const child of node.children) walk(child, inner, tokens);
}
