import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { AuditEntry } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { toast } from '@/shared/ui/toasts';
import { undoAct } from '../api/undo-act';
import { changesOf } from '../model/changes';
import { meaningOf } from '../model/meaning';
import { sentenceOf } from '../model/sentence';
import { auditLogKey } from '../model/use-audit-log';
import { Changes } from './changes';

interface UndoDialogProps {
  readonly serverId: Id;
  readonly entry: AuditEntry;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Shows what undoing an act will change, and does it. */
export default function UndoDialog({ serverId, entry, open, onClose }: UndoDialogProps) {
  const t = useText();
  const id = useId();
  const client = useQueryClient();
  const undoing = useMutation({
    mutationFn: () => undoAct(serverId, entry.position),
    onSuccess: async ({ missingRoles: { length: count } }) => {
      onClose();
      if (count === 0) toast(t('audit.undoneNow'));
      else toast(t('audit.undoneWithout', { count }), { stay: 10_000 });
      await client.invalidateQueries({ queryKey: auditLogKey(serverId) });
    },
  });
  // What was before comes after.
  const changes = changesOf({ before: entry.after, after: entry.before });
  const meaning = meaningOf(entry.action);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t('audit.undoTitle')}
      lead={sentenceOf(t, entry)
        .map((part) => part.text)
        .join('')}
    >
      {changes.length > 0 && (
        <section className="grid gap-1" aria-labelledby={`${id}-title`}>
          <h3 id={`${id}-title`} className="text-meta font-semibold">
            {t('audit.undoChanges')}
          </h3>
          <Changes id={id} changes={changes} bare />
        </section>
      )}
      {meaning !== undefined && (
        <p className="text-meta text-text-2">{t(meaning, { name: entry.target?.name ?? t('audit.unnamed') })}</p>
      )}
      {undoing.isError && <FormError text={problemText(t, undoing.error)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button disabled={undoing.isPending} onClick={() => undoing.mutate()}>
          {t('app.undo')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
