import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';

interface PutOutDialogProps {
  readonly banned: boolean;
  /** Of the server. */
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

export default function PutOutDialog({ banned, name, open, onClose }: PutOutDialogProps) {
  const t = useText();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(banned ? 'moderation.youBanned' : 'moderation.youKicked', { name })}
      lead={t(banned ? 'moderation.youBannedBody' : 'moderation.youKickedBody')}
    >
      <DialogActions>
        <Button onClick={onClose}>{t('moderation.understood')}</Button>
      </DialogActions>
    </Dialog>
  );
}
