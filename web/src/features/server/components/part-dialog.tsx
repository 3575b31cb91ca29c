import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { UNDO_MS, toast } from '@/shared/ui/toasts';
import { deleteServer } from '../api/delete-server';
import { leaveServer } from '../api/leave-server';
import { restoreServer } from '../api/restore-server';
import { serversKey } from '../model/use-servers';

interface PartDialogProps {
  readonly server: Server;
  readonly owner: boolean;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** Asks before what others feel at once: a member leaves, an owner deletes and types the name for it. */
export default function PartDialog({ server, owner, open, onClose, onGone }: PartDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const parting = useMutation({
    mutationFn: () => (owner ? deleteServer(server.id) : leaveServer(server.id)),
    onSuccess: async () => {
      onGone();
      if (owner) sayRestorable();
      await client.invalidateQueries({ queryKey: serversKey });
    },
  });
  const sayRestorable = () =>
    toast(t('deleted.done', { name: server.name }), {
      action: { label: t('deleted.restore'), run: () => void restore() },
      stay: UNDO_MS,
    });
  const restore = async () => {
    try {
      await restoreServer(server.id);
      await client.invalidateQueries({ queryKey: serversKey });
    } catch (error) {
      toast(problemText(t, error), { tone: 'danger' });
    }
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(owner ? 'server.deleteTitle' : 'server.leaveTitle', { name: server.name })}
      lead={t(owner ? 'server.deleteBody' : 'server.leaveBody')}
    >
      <form
        className="grid gap-5"
        onSubmit={(event) => {
          event.preventDefault();
          parting.mutate();
        }}
      >
        {owner && (
          <p className="text-meta text-text-2">
            {t('handOver.instead')}{' '}
            <Link
              href={paths.serverSettings(server.id, 'overview')}
              onClick={onClose}
              className="font-medium text-accent-text underline-offset-2 hover:underline"
            >
              {t('handOver.title')}
            </Link>
          </p>
        )}
        {owner && (
          <TextField
            label={t('server.deleteConfirm')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={server.name}
            autoComplete="off"
          />
        )}
        {parting.isError && <FormError text={problemText(t, parting.error)} />}
        <DialogActions>
          <Button look="plain" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button
            type="submit"
            look="danger"
            disabled={parting.isPending || (owner && typed.trim() !== server.name.trim())}
          >
            {t(owner ? 'server.delete' : 'server.leave')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
