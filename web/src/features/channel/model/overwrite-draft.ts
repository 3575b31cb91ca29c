import type { Overwrite } from '@/gateway/contract/overwrite';
import { isEveryone, type Role } from '@/gateway/contract/role';
import type { ThreeState } from '@/shared/ui/three-states';
import type { Said } from '../api/set-overwrite';

/** What was set and not saved, by permission; what is left out follows what is saved. */
export type OverwriteDraft = ReadonlyMap<string, ThreeState>;

export const nothing: Said = { allow: [], deny: [] };

/** What is saved says of a permission. */
export function stateOf(said: Said, permission: string): ThreeState {
  if (said.allow.includes(permission)) return 'allow';
  return said.deny.includes(permission) ? 'deny' : 'inherit';
}

/** With one permission set; back to what is saved is no change. */
export function set(said: Said, draft: OverwriteDraft, permission: string, state: ThreeState): OverwriteDraft {
  const next = new Map(draft);
  if (stateOf(said, permission) === state) next.delete(permission);
  else next.set(permission, state);
  return next;
}

/** What would be saved. Names that this build does not know stay. */
export function drafted(said: Said, draft: OverwriteDraft): Said {
  const side = (state: ThreeState, saved: readonly string[]) => [
    ...saved.filter((name) => !draft.has(name)),
    ...[...draft].filter(([, wished]) => wished === state).map(([name]) => name),
  ];
  return { allow: side('allow', said.allow), deny: side('deny', said.deny) };
}

/** What a private channel says of everyone, or one that is private no more. */
export const withPrivacy = (said: Said, isPrivate: boolean): Said =>
  isPrivate
    ? drafted(said, new Map([['VIEW_CHANNEL', 'deny']]))
    : { allow: said.allow, deny: said.deny.filter((name) => name !== 'VIEW_CHANNEL') };

/** Whom an overwrite is about. */
export type Subject =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'member'; readonly roles: readonly string[] };

/** What they may do in a channel as long as it says nothing about them. */
export function inherited(
  roles: readonly Role[],
  overwrites: readonly Overwrite[],
  subject: Subject,
): (permission: string) => boolean {
  const everyone = roles.filter(isEveryone);
  const having =
    subject.kind === 'role'
      ? [subject.role]
      : subject.kind === 'member'
        ? roles.filter((role) => subject.roles.includes(role.id) && !isEveryone(role))
        : [];
  const may = new Set([...everyone, ...having].flatMap((role) => role.permissions));
  if (may.has('ADMINISTRATOR')) return () => true;
  const apply = (about: readonly Role[]) => {
    const said = overwrites.filter((one) => one.kind === 'role' && about.some((role) => role.id === one.id));
    for (const name of said.flatMap((one) => one.deny)) may.delete(name);
    for (const name of said.flatMap((one) => one.allow)) may.add(name);
  };
  if (subject.kind !== 'everyone') apply(everyone);
  if (subject.kind === 'member') apply(having);
  return (permission) => may.has(permission);
}
