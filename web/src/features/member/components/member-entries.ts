import { AtSign, UserRound } from 'lucide-react';
import type { Member } from '@/gateway/contract/server';
import type { Translate } from '@/shared/i18n';
import { copyText } from '@/shared/model/clipboard';
import { line, type MenuEntry } from '@/shared/ui/menu-entry';
import { toast } from '@/shared/ui/toasts';
import type { ServerRoles } from '../model/membership';

/** What can be done with a member, wherever their menu opens. */
export function memberEntries(
  t: Translate,
  member: Member,
  { roles, standing, handOut }: ServerRoles,
  onProfile: () => void,
): readonly MenuEntry[] {
  const copy = async () => {
    if (await copyText(member.username)) toast(t('app.copied'));
  };
  const mine = roles.filter(standing.mayHandOut);
  const ofRoles: MenuEntry = {
    kind: 'checks',
    label: t('role.of'),
    checks: mine.map((role) => ({
      value: role.id,
      label: role.name,
      colour: role.colour,
      checked: member.roles.includes(role.id),
    })),
    toggle: (roleId, given) => handOut({ userId: member.userId, roleId, given, name: member.displayName }),
  };
  return [
    { kind: 'action', icon: UserRound, label: t('member.profile'), run: onProfile },
    { kind: 'action', icon: AtSign, label: t('member.copyName'), run: () => void copy() },
    ...(mine.length > 0 ? [line, ofRoles] : []),
  ];
}
