import { useMutation } from '@tanstack/react-query';
import type { Channel } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { deleteChannel } from '../api/delete-channel';

interface DeleteChannelDialogProps {
  readonly open: boolean;
  readonly channel: Channel;
  readonly onClose: () => void;
  readonly onGone: () => void;
}

/** Asks first, because it cannot be undone. */
export default function DeleteChannelDialog({ open, channel, onClose, onGone }: DeleteChannelDialogProps) {
  const t = useText();
  const deletion = useMutation({ mutationFn: () => deleteChannel(channel.id), onSuccess: onGone });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(channel.type === 'folder' ? 'channel.deleteFolderTitle' : 'channel.deleteTitle', { name: channel.name })}
      lead={t(channel.type === 'folder' ? 'channel.deleteFolderBody' : 'channel.deleteBody')}
    >
      {deletion.isError && <FormError text={problemText(t, deletion.error)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button look="danger" disabled={deletion.isPending} onClick={() => deletion.mutate()}>
          {t('channel.delete')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
