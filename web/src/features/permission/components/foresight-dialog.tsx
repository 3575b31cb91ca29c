import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import type { Foreseen } from '../model/foresight';
import PreviewInside from './preview-inside';

interface ForesightDialogProps {
  readonly open: boolean;
  readonly asked: Foreseen;
  readonly onAnswer: (made: boolean) => void;
}

/** Who would gain or lose what, before a change is made. */
export default function ForesightDialog({ open, asked, onAnswer }: ForesightDialogProps) {
  const t = useText();
  return (
    <Dialog over open={open} onClose={() => onAnswer(false)} title={asked.title}>
      <PreviewInside serverId={asked.serverId} change={asked.change} />
      <DialogActions>
        <Button look="plain" onClick={() => onAnswer(false)}>
          {t('app.cancel')}
        </Button>
        <Button look={asked.danger ? 'danger' : 'primary'} onClick={() => onAnswer(true)}>
          {asked.act}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
