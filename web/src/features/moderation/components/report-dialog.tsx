import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import { reportReasons, type ReportReason } from '@/gateway/contract/moderation';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextArea } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { SelectField } from '@/shared/ui/select-field';
import { toast } from '@/shared/ui/toasts';
import { reportMember } from '../api/report-member';
import { reportMessage } from '../api/report-message';
import { lengthOf, reasonOf } from '../model/acts';

const TEXT_MOST = 1000;

/** What is reported, and of whom. */
export type Reported =
  | { readonly kind: 'message'; readonly id: Id; readonly name: string }
  | { readonly kind: 'member'; readonly id: Id; readonly name: string };

interface ReportDialogProps {
  readonly serverId: Id;
  readonly reported: Reported;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Asks what is wrong, and thanks. */
export default function ReportDialog({ serverId, reported, open, onClose }: ReportDialogProps) {
  const t = useText();
  const title = reported.kind === 'message' ? 'report.messageTitle' : 'report.memberTitle';
  return (
    <Dialog open={open} onClose={onClose} title={t(title, { name: reported.name })} lead={t('report.lead', { name: reported.name })}>
      <ReportForm key={reported.id} serverId={serverId} reported={reported} onClose={onClose} />
    </Dialog>
  );
}

function ReportForm({ serverId, reported, onClose }: Omit<ReportDialogProps, 'open'>) {
  const t = useText();
  const [reason, setReason] = useState<ReportReason>('spam');
  const [text, setText] = useState('');
  const reporting = useMutation({
    mutationFn: () =>
      reported.kind === 'message'
        ? reportMessage(reported.id, reason, reasonOf(text))
        : reportMember(serverId, reported.id, reason, reasonOf(text)),
    onSuccess: () => {
      toast(t('report.thanks'));
      onClose();
    },
  });
  const over = lengthOf(text) - TEXT_MOST;
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (over <= 0) reporting.mutate();
      }}
    >
      <SelectField
        label={t('report.reason')}
        value={reason}
        onChange={(value) => setReason(reportReasons.find((one) => one === value) ?? 'other')}
        options={reportReasons.map((one) => ({ value: one, label: t(`report.reason.${one}`) }))}
      />
      <TextArea
        label={t('report.text')}
        hint={t('report.textHint')}
        error={over > 0 ? t('composer.over', { count: over }) : undefined}
        rows={3}
        value={text}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
      />
      {reporting.isError && <FormError text={problemText(t, reporting.error)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" disabled={reporting.isPending || over > 0}>
          {t('report.send')}
        </Button>
      </DialogActions>
    </form>
  );
}
