import type { Role } from '@/gateway/contract/role';
import type { RoleChange } from '../api/change-role';

/** What was changed of a role and not saved; what is left out follows the role, also when others change it. */
export interface RoleDraft {
  readonly name?: string | undefined;
  /** null for none */
  readonly colour?: string | null | undefined;
  readonly permissions: ReadonlyMap<string, boolean>;
}

export const emptyDraft: RoleDraft = { permissions: new Map() };

/** The role as it would be. */
export function drafted(role: Role, draft: RoleDraft): Role {
  return {
    ...role,
    name: draft.name ?? role.name,
    colour: draft.colour === undefined ? role.colour : (draft.colour ?? undefined),
    // Names that this build does not know stay.
    permissions: [
      ...role.permissions.filter((name) => draft.permissions.get(name) !== false),
      ...[...draft.permissions].filter(([name, on]) => on && !role.permissions.includes(name)).map(([name]) => name),
    ],
  };
}

/** With one permission switched; back to where it was is no change. */
export function switched(role: Role, draft: RoleDraft, permission: string, on: boolean): RoleDraft {
  const permissions = new Map(draft.permissions);
  if (role.permissions.includes(permission) === on) permissions.delete(permission);
  else permissions.set(permission, on);
  return { ...draft, permissions };
}

/** What there is to save; empty when nothing is. */
export function changeOf(role: Role, draft: RoleDraft): RoleChange {
  const wished = drafted(role, draft);
  const name = wished.name.trim();
  const same =
    wished.permissions.length === role.permissions.length && wished.permissions.every((one) => role.permissions.includes(one));
  return {
    ...(name === role.name ? {} : { name }),
    ...(wished.colour === role.colour ? {} : { colour: wished.colour ?? null }),
    ...(same ? {} : { permissions: wished.permissions }),
  };
}
