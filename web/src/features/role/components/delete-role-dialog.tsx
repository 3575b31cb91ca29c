import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role } from '@/gateway/contract/role';
import { reloadPast } from '@/gateway/feed/reload';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { toast } from '@/shared/ui/toasts';
import { deleteRole } from '../api/delete-role';
import { rolesKey } from '../model/use-roles';

interface DeleteRoleDialogProps {
  readonly open: boolean;
  readonly role: Role;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** Asks first, because it cannot be undone. */
export default function DeleteRoleDialog({ open, role, onClose, onGone }: DeleteRoleDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const deletion = useMutation({
    mutationFn: () => deleteRole(role.serverId, role.id),
    onSuccess: async ({ position }) => {
      onGone();
      toast(t('role.deleted', { name: role.name }));
      await reloadPast(client, rolesKey(role.serverId), position);
    },
  });
  return (
    <Dialog open={open} onClose={onClose} title={t('role.deleteTitle', { name: role.name })} lead={t('role.deleteBody')}>
      {deletion.isError && <FormError text={problemText(t, deletion.error)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button look="danger" disabled={deletion.isPending} onClick={() => deletion.mutate()}>
          {t('role.delete')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
