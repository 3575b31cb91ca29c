import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { UndoResults } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import type { Author } from '@/gateway/contract/message';
import { Problem } from '@/gateway/http/problem';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { SelectField } from '@/shared/ui/select-field';
import { undoActs } from '../api/undo-acts';
import { isKnown } from '../model/actions';
import { label } from '../model/sentence';
import { auditLogKey } from '../model/use-audit-log';

const hours = [1, 3, 6, 12, 24];

interface UndoAllDialogProps {
  readonly serverId: Id;
  readonly person: Author;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Undoes all that someone did lately, and tells what became of each act. */
export default function UndoAllDialog({ serverId, person, open, onClose }: UndoAllDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [back, setBack] = useState('1');
  const undoing = useMutation({
    mutationFn: () => undoActs(serverId, person.id, new Date(Date.now() - Number(back) * 3_600_000)),
    onSettled: () => client.invalidateQueries({ queryKey: auditLogKey(serverId) }),
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="medium"
      title={t('audit.undoAllTitle', { name: person.displayName })}
      lead={t('audit.undoAllLead')}
    >
      <SelectField
        label={t('audit.undoAllSince')}
        value={back}
        onChange={setBack}
        options={hours.map((count) => ({ value: String(count), label: t('audit.undoAllHours', { count }) }))}
      />
      {undoing.isError && <FormError text={problemText(t, undoing.error)} />}
      {undoing.data && <Results results={undoing.data} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t(undoing.data ? 'app.close' : 'app.cancel')}
        </Button>
        <Button look="danger" disabled={undoing.isPending} onClick={() => undoing.mutate()}>
          {t('audit.undoAll')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Results({ results }: { readonly results: UndoResults }) {
  const t = useText();
  const left = results.items.filter((one) => !one.undone);
  const without = results.items.filter((one) => one.missingRoles.length > 0).length;
  return (
    <div className="grid gap-2 text-meta">
      <p role="status" className="font-medium">
        {t('audit.undoAllDone', { done: results.items.length - left.length, left: left.length })}
        {results.more && ` ${t('audit.undoAllMore')}`}
      </p>
      {without > 0 && <p>{t('audit.undoAllWithout', { count: without })}</p>}
      {left.length > 0 && (
        <ul className="scroll grid max-h-[32vh] gap-1 overflow-y-auto" tabIndex={0} aria-label={t('audit.undoAllLeft')}>
          {left.map((one) => (
            <li key={one.position} className="grid rounded-control bg-tint/4 px-3 py-2">
              <span>{isKnown(one.action) ? label(t, one.action) : one.action}</span>
              <span className="text-label text-text-2">{problemText(t, new Problem(409, { code: one.code ?? '' }))}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
