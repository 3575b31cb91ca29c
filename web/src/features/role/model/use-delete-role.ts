import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@/gateway/contract/role';
import { reloadPast } from '@/gateway/feed/reload';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { UNDO_MS, toast } from '@/shared/ui/toasts';
import { deleteRole } from '../api/delete-role';
import { restoreRole } from '../api/restore-role';
import { rolesKey } from './use-roles';

/** Deletes a role without asking, since it can be taken back: at once in passing, and for a week in the audit log. */
export function useDeleteRole(onGone: () => void): { readonly run: (role: Role) => void; readonly running: boolean } {
  const t = useText();
  const client = useQueryClient();
  const fail = (error: unknown) => toast(problemText(t, error), { tone: 'danger' });
  const restore = async (role: Role) => {
    try {
      await restoreRole(role.serverId, role.id);
      await client.invalidateQueries({ queryKey: rolesKey(role.serverId) });
    } catch (error) {
      fail(error);
    }
  };
  const deletion = useMutation({
    mutationFn: (role: Role) => deleteRole(role.serverId, role.id),
    onSuccess: async ({ position }, role) => {
      onGone();
      toast(t('role.deleted', { name: role.name }), {
        action: { label: t('app.undo'), run: () => void restore(role) },
        stay: UNDO_MS,
      });
      await reloadPast(client, rolesKey(role.serverId), position);
    },
    onError: fail,
  });
  return { run: deletion.mutate, running: deletion.isPending };
}
