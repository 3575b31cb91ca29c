import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member, Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useText, type TextKey, type Translate } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Dialog, DialogActions } from '@/shared/ui/dialog';
import { TextArea } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { SelectField } from '@/shared/ui/select-field';
import { toast } from '@/shared/ui/toasts';
import { banMember } from '../api/ban-member';
import { kickMember } from '../api/kick-member';
import { timeOutMember } from '../api/time-out-member';
import { durations, inUnits, lengthOf, REASON_MOST, reasonOf, usualDuration, type Act } from '../model/acts';

export type AskedAct = Exclude<Act, 'lift' | 'trust'>;

interface ActDialogProps {
  readonly server: Server;
  readonly member: Member;
  readonly act: AskedAct;
  readonly open: boolean;
  readonly onClose: () => void;
}

interface Words {
  readonly title: TextKey;
  readonly body: TextKey;
  readonly act: TextKey;
  readonly done: TextKey;
}

const words: Record<AskedAct, Words> = {
  'time-out': {
    title: 'moderation.timeOutTitle',
    body: 'moderation.timeOutBody',
    act: 'moderation.timeOut',
    done: 'moderation.timeOutDone',
  },
  kick: {
    title: 'moderation.kickTitle',
    body: 'moderation.kickBody',
    act: 'moderation.kick',
    done: 'moderation.kickDone',
  },
  ban: { title: 'moderation.banTitle', body: 'moderation.banBody', act: 'moderation.ban', done: 'moderation.banDone' },
};

/** Asks before someone is kicked, banned or timed out: why, and for how long. */
export default function ActDialog({ server, member, act, open, onClose }: ActDialogProps) {
  const t = useText();
  const said = words[act];
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(said.title, { name: member.displayName })}
      lead={t(said.body, { server: server.name })}
    >
      <ActForm key={`${act} ${member.userId}`} server={server} member={member} act={act} onClose={onClose} />
    </Dialog>
  );
}

function ActForm({ server, member, act, onClose }: Omit<ActDialogProps, 'open'>) {
  const t = useText();
  const [reason, setReason] = useState('');
  const [seconds, setSeconds] = useState<number>(usualDuration);
  const acting = useMutation({
    mutationFn: () => carryOut(server, member, act, seconds, reasonOf(reason)),
    onSuccess: () => {
      toast(t(words[act].done, { name: member.displayName }));
      onClose();
    },
  });
  const tooLong = lengthOf(reason) > REASON_MOST;
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!tooLong) acting.mutate();
      }}
    >
      {act === 'time-out' && (
        <SelectField
          label={t('moderation.duration')}
          value={String(seconds)}
          onChange={(value) => setSeconds(Number(value))}
          options={durations.map((one) => ({ value: String(one), label: durationText(t, one) }))}
        />
      )}
      <TextArea
        label={t('moderation.reason')}
        hint={t('moderation.reasonHint')}
        error={tooLong ? t('composer.over', { count: lengthOf(reason) - REASON_MOST }) : undefined}
        rows={3}
        value={reason}
        dir="auto"
        onChange={(event) => setReason(event.target.value)}
      />
      {acting.isError && <FormError text={problemText(t, acting.error)} />}
      <DialogActions>
        <Button look="plain" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button type="submit" look="danger" disabled={acting.isPending || tooLong}>
          {t(words[act].act)}
        </Button>
      </DialogActions>
    </form>
  );
}

function carryOut(
  server: Server,
  member: Member,
  act: AskedAct,
  seconds: number,
  reason: string | undefined,
): Promise<void> {
  switch (act) {
    case 'time-out':
      return timeOutMember(server.id, member.userId, seconds, reason);
    case 'kick':
      return kickMember(server.id, member.userId, reason);
    case 'ban':
      return banMember(server.id, member.userId, reason);
  }
}

function durationText(t: Translate, seconds: number): string {
  const { unit, count } = inUnits(seconds);
  return t(`invite.${unit}`, { count });
}
