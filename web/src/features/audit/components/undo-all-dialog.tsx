import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Author } from '@/gateway/contract/message';
import { Problem } from '@/gateway/http/problem';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextField } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { SelectField } from '@/shared/ui/select-field';
import { undoActs } from '../api/undo-acts';
import { isKnown } from '../model/actions';
import { fromField, toField } from '../model/local-time';
import { label } from '../model/sentence';
import { undoAll, type Progress } from '../model/undo-all';
import { auditLogKey } from '../model/use-audit-log';

const HOUR_MS = 3_600_000;
const hours = [1, 3, 6, 12, 24];
const CHOSEN = 'chosen';

interface UndoAllDialogProps {
  readonly serverId: Id;
  readonly person: Author;
  /** What is offered first. */
  readonly since: string | undefined;
  readonly open: boolean;
  readonly onClose: () => void;
}

const hoursAgo = (count: number) => new Date(Date.now() - count * HOUR_MS);
const wait = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Undoes all that someone did since a time, and tells what became of each act. */
export default function UndoAllDialog({ serverId, person, since: wished, open, onClose }: UndoAllDialogProps) {
  const t = useText();
  const client = useQueryClient();
  const [back, setBack] = useState(wished === undefined ? '1' : CHOSEN);
  const [chosen, setChosen] = useState(() => toField(wished === undefined ? hoursAgo(1) : new Date(wished)));
  const [progress, setProgress] = useState<Progress>();
  const running = useRef<AbortController>(undefined);
  const since = back === CHOSEN ? fromField(chosen) : hoursAgo(Number(back));

  const undoing = useMutation({
    mutationFn: async ({ time, from }: { readonly time: Date; readonly from: Progress }) => {
      const stop = new AbortController();
      running.current = stop;
      await undoAll(
        (before) => undoActs(serverId, person.id, time, before, stop.signal),
        from,
        (now) => stop.signal.aborted || setProgress(now),
        wait,
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: auditLogKey(serverId) }),
  });

  function begin(time: Date) {
    // What broke off goes on from where it was; everything else begins anew.
    const from = undoing.isError && progress !== undefined ? progress : { results: [], before: undefined };
    setProgress(from);
    undoing.mutate({ time, from });
  }

  function anew(change: () => void) {
    change();
    undoing.reset();
    setProgress(undefined);
  }

  function close() {
    running.current?.abort();
    onClose();
  }

  return (
    <Dialog
      open={open}
      onClose={close}
      size="medium"
      title={t('audit.undoAllTitle', { name: person.displayName })}
      lead={t('audit.undoAllLead')}
    >
      <SelectField
        label={t('audit.undoAllSince')}
        value={back}
        onChange={(value) => anew(() => setBack(value))}
        options={[
          ...hours.map((count) => ({ value: String(count), label: t('audit.undoAllHours', { count }) })),
          { value: CHOSEN, label: t('audit.undoAllChosen') },
        ]}
      />
      {back === CHOSEN && (
        <TextField
          type="datetime-local"
          label={t('audit.undoAllFrom')}
          hint={t('audit.undoAllFromHint')}
          value={chosen}
          max={toField(new Date())}
          onChange={(event) => anew(() => setChosen(event.target.value))}
        />
      )}
      {undoing.isError && <FormError text={problemText(t, undoing.error)} />}
      {progress !== undefined && <Results progress={progress} busy={undoing.isPending} />}
      <DialogActions>
        <Button look="plain" onClick={close}>
          {t(undoing.isSuccess ? 'app.close' : 'app.cancel')}
        </Button>
        <Button
          look="danger"
          disabled={undoing.isPending || since === undefined}
          onClick={() => since !== undefined && begin(since)}
        >
          {t('audit.undoAll')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Results({ progress, busy }: { readonly progress: Progress; readonly busy: boolean }) {
  const t = useText();
  const left = progress.results.filter((one) => !one.undone);
  const done = progress.results.length - left.length;
  const without = progress.results.filter((one) => one.missingRoles.length > 0).length;
  return (
    <div className="grid gap-2 text-meta">
      <p role="status" className="font-medium">
        {busy ? t('audit.undoAllBusy', { done }) : t('audit.undoAllDone', { done, left: left.length })}
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
