import type { AuditEntry, AuditTarget } from '@/gateway/contract/audit';
import type { Translate } from '@/shared/i18n';
import { isKnown, type Action } from './actions';

/** A stretch of a sentence; names stand out, and run in their own direction. */
export interface Part {
  readonly text: string;
  readonly name: boolean;
}

/** Stands around names while the sentence is made; no name can hold it, as the server refuses control characters. */
const MARK = '\u0001';
const marked = (name: string) => `${MARK}${name}${MARK}`;

/** Who did what, in words. */
export function sentenceOf(t: Translate, entry: AuditEntry): readonly Part[] {
  const actor = marked(entry.actor.displayName);
  return parts(isKnown(entry.action) ? told(t, entry, entry.action, actor) : t('audit.unknown', { actor, action: entry.action }));
}

function told(t: Translate, entry: AuditEntry, action: Action, actor: string): string {
  if (entry.withheld) return t('audit.withheld', { actor, what: label(t, action) });
  const { target, related, before, after } = entry;
  const type = before?.['type'] ?? after?.['type'];
  const other = type === 'folder' || type === 'voice' ? type : null;
  const channel = target?.kind === 'channel' && other === null;
  const renamed = (name: unknown) => marked((channel ? '#' : '') + (typeof name === 'string' ? name : t('audit.unnamed')));
  return t(`audit.said.${action}`, {
    actor,
    target: other === null ? marked(nameOf(t, target, false)) : t(`audit.named.${other}`, { name: marked(nameOf(t, target, true)) }),
    related: marked(nameOf(t, related, true)),
    before: renamed(before?.['name']),
    after: renamed(after?.['name']),
  });
}

/** What is done, without who and to what. */
export const label = (t: Translate, action: Action): string => t(`audit.did.${action}`);

function nameOf(t: Translate, target: AuditTarget | undefined, bare: boolean): string {
  if (target === undefined) return t('audit.unnamed');
  if (target.kind === 'invitation') return target.id;
  const name = target.name ?? t('audit.unnamed');
  return target.kind === 'channel' && !bare ? `#${name}` : name;
}

function parts(sentence: string): Part[] {
  return sentence
    .split(MARK)
    .map((text, i) => ({ text, name: i % 2 === 1 }))
    .filter((part) => part.text !== '');
}
