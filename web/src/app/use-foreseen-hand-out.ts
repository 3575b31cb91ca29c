import { useCallback } from 'react';
import { useHandOut, type HandOut } from '@/features/member';
import { useForesight } from '@/features/permission';
import type { Id } from '@/gateway/contract/ids';
import type { Role } from '@/gateway/contract/role';
import { useText } from '@/shared/i18n';

/** Gives and takes roles; what that gives to the member or takes from them is shown before. */
export function useForeseenHandOut(serverId: Id, roles: readonly Role[]): (change: HandOut) => void {
  const t = useText();
  const handOut = useHandOut(serverId);
  const foresee = useForesight();
  return useCallback(
    (change) => {
      const { userId, roleId, given, name } = change;
      const values = { name, role: roles.find((one) => one.id === roleId)?.name ?? '' };
      foresee({
        serverId,
        change: { change: given ? 'role-given' : 'role-taken', roleId, userId },
        title: t(given ? 'preview.giveTitle' : 'preview.takeTitle', values),
        act: t(given ? 'preview.give' : 'preview.take'),
        run: () => handOut(change),
      });
    },
    [t, serverId, roles, handOut, foresee],
  );
}
