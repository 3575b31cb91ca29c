import { useQuery } from '@tanstack/react-query';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import type { Foreseen } from '../model/foresight';
import { summaryOf } from '../model/preview-text';
import { previewQuery } from '../model/use-preview';
import { PreviewGroups } from './preview-groups';

interface ForesightDialogProps {
  readonly open: boolean;
  readonly asked: Foreseen;
  readonly onAnswer: (made: boolean) => void;
}

/** Who would gain or lose what, before a change is made. */
export default function ForesightDialog({ open, asked, onAnswer }: ForesightDialogProps) {
  const t = useText();
  const { data, error, isError } = useQuery({ ...previewQuery(asked.serverId, asked.change), enabled: open });
  const lead = isError ? problemText(t, error) : data && (data.members === 0 ? t('preview.nothing') : summaryOf(t, data));
  return (
    <Dialog open={open} onClose={() => onAnswer(false)} title={asked.title} lead={lead}>
      {data === undefined && !isError && (
        <Delayed>
          <div role="status" aria-label={t('app.loading')} className="grid gap-2">
            {[50, 80, 65].map((width) => (
              <span key={width} className="skeleton h-4" style={{ width: `${width}%` }} />
            ))}
          </div>
        </Delayed>
      )}
      {data !== undefined && data.groups.length > 0 && (
        <PreviewGroups preview={data} className="max-h-[min(40vh,320px)] bg-tint/4 px-4 py-3" />
      )}
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
