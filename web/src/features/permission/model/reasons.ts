import type { ExplainedPermission, MemberPermissions, PermissionStep } from '@/gateway/contract/permission';
import { permissionGroups, type Permission } from '@/gateway/rights/permissions';
import { fullDateTime, type Translate } from '@/shared/i18n';

const known: ReadonlySet<string> = new Set(Object.values(permissionGroups).flat());

export const isKnown = (permission: string): permission is Permission => known.has(permission);

/** The name of a permission; one that this build does not know keeps its own. */
export const permissionName = (t: Translate, permission: string): string =>
  isKnown(permission) ? t(`permission.${permission}`) : permission;

/** Names in a row, as the language joins them. */
export const listed = (t: Translate, names: readonly string[]): string =>
  new Intl.ListFormat(t.language === 'en' ? 'en-GB' : 'fr', { type: 'conjunction' }).format(names);

/** Steps of one ground that say the same are one sentence. */
interface Reason {
  readonly ground: PermissionStep['ground'];
  readonly allows: boolean;
  readonly decides: boolean;
  readonly roles: readonly string[];
}

/** Why someone may do one thing, in the order in which it was decided. */
export function reasonsOf(t: Translate, explained: ExplainedPermission, of: MemberPermissions): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const step of explained.steps) {
    const last = reasons.at(-1);
    const roles = step.roleId === undefined ? [] : [roleName(t, step, of)];
    if (last?.ground === step.ground && last.allows === step.allows) {
      reasons[reasons.length - 1] = { ...last, roles: [...last.roles, ...roles] };
    } else {
      reasons.push({ ground: step.ground, allows: step.allows, decides: step.decides, roles });
    }
  }
  return reasons;
}

const roleName = (t: Translate, step: PermissionStep, of: MemberPermissions): string =>
  step.roleId === of.serverId ? t('role.everyone') : t('explain.roleName', { name: step.roleName ?? '' });

/** One reason as a sentence. */
export function sentenceOf(t: Translate, reason: Reason, of: MemberPermissions): string {
  const name = of.displayName;
  const roles = listed(t, reason.roles);
  const count = reason.roles.length;
  const place = {
    place: of.folderId === undefined ? 'channel' : 'folder',
    folder: of.folderName ?? '',
    allows: reason.allows ? 'yes' : 'no',
  };
  switch (reason.ground) {
    case 'not-member':
      return t('explain.notMember', { name });
    case 'owner':
      return t('explain.owner', { name });
    case 'administrator':
      return t('explain.administrator', { roles, count });
    case 'role':
      return t('explain.role', { roles, count });
    case 'no-role':
      return t('explain.noRole', { name });
    case 'everyone-overwrite':
      return t('explain.everyoneOverwrite', place);
    case 'role-overwrite':
      return t('explain.roleOverwrite', { ...place, roles });
    case 'member-overwrite':
      return t('explain.memberOverwrite', { ...place, name });
    case 'time-out':
      return of.timedOutUntil === undefined
        ? t('explain.timedOut', { name })
        : t('explain.timedOutUntil', { name, when: fullDateTime(t.language, new Date(of.timedOutUntil)) });
    case 'hidden':
      return t('explain.hidden', { name });
  }
}
