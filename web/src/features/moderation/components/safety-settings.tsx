import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Safety } from '@/gateway/contract/moderation';
import { asProblem } from '@/gateway/http/problem';
import { problemText } from '@/gateway/problem-text';
import { useText, type Translate } from '@/shared/i18n';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import { TextArea } from '@/shared/ui/field';
import { SelectField } from '@/shared/ui/select-field';
import { toast } from '@/shared/ui/toasts';
import { UnsavedBar } from '@/shared/ui/unsaved-bar';
import { getSafety } from '../api/get-safety';
import { limitNewMembers } from '../api/limit-new-members';
import { setForbiddenWords } from '../api/set-forbidden-words';
import { inUnits } from '../model/acts';
import { areSame, textOf, wordsOf, WORDS_MOST } from '../model/word-list';

const safetyKey = (serverId: Id) => ['safety', serverId] as const;

/** How a server keeps itself safe. For whoever has MANAGE_SERVER. */
export default function SafetySettings({ serverId }: { serverId: Id }) {
  const t = useText();
  const { data, error, isError, refetch } = useQuery({
    queryKey: safetyKey(serverId),
    queryFn: ({ signal }) => getSafety(serverId, undefined, signal),
  });
  if (isError) return <Failure title={t('safety.error')} body={problemText(t, error)} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Delayed>
        <div role="status" aria-label={t('app.loading')} className="grid gap-4">
          <span className="skeleton h-44" />
          <span className="skeleton h-44" />
        </div>
      </Delayed>
    );
  }
  return (
    <>
      <NewMembers serverId={serverId} safety={data} />
      <WordFilter serverId={serverId} safety={data} />
    </>
  );
}

/** Seconds that a limit may be chosen to last. */
const limits = [0, 600, 3_600, 86_400, 259_200] as const;

function NewMembers({ serverId, safety }: { serverId: Id; safety: Safety }) {
  const t = useText();
  const client = useQueryClient();
  const { mutate, variables, isPending } = useMutation({
    mutationFn: async (seconds: number) => {
      const { position } = await limitNewMembers(serverId, seconds);
      return getSafety(serverId, position);
    },
    onSuccess: (saved) => client.setQueryData(safetyKey(serverId), saved),
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });
  return (
    <section aria-labelledby="new-members" className="grid gap-4">
      <header className="grid gap-1">
        <h2 id="new-members" className="text-body font-semibold">
          {t('safety.newMembers')}
        </h2>
        <p className="text-meta text-text-2">{t('safety.newMembersAbout')}</p>
      </header>
      <SelectField
        label={t('safety.newFor')}
        value={String(isPending ? variables : safety.newMemberSeconds)}
        onChange={(value) => mutate(Number(value))}
        options={limits.map((seconds) => ({ value: String(seconds), label: lengthText(t, seconds) }))}
      />
    </section>
  );
}

function lengthText(t: Translate, seconds: number): string {
  if (seconds === 0) return t('safety.newNever');
  const { unit, count } = inUnits(seconds);
  return t(`invite.${unit}`, { count });
}

function WordFilter({ serverId, safety }: { serverId: Id; safety: Safety }) {
  const t = useText();
  const client = useQueryClient();
  const [blockedText, setBlocked] = useState<string | null>(null);
  const [reportedText, setReported] = useState<string | null>(null);
  const blocked = blockedText === null ? safety.blocked : wordsOf(blockedText);
  const reported = reportedText === null ? safety.reported : wordsOf(reportedText);
  const count = blocked.length + reported.length;
  const over = count - WORDS_MOST;
  const discard = () => {
    setBlocked(null);
    setReported(null);
    saving.reset();
  };
  const saving = useMutation({
    mutationFn: async () => {
      const { position } = await setForbiddenWords(serverId, blocked, reported);
      return getSafety(serverId, position);
    },
    onSuccess: (saved) => {
      client.setQueryData(safetyKey(serverId), saved);
      discard();
    },
  });
  const problem = saving.error === null ? undefined : asProblem(saving.error);
  return (
    <>
      <section aria-labelledby="word-filter" className="grid gap-4">
        <header className="grid gap-1">
          <h2 id="word-filter" className="text-body font-semibold">
            {t('safety.words')}
          </h2>
          <p className="text-meta text-text-2">{t('safety.wordsAbout')}</p>
        </header>
        <TextArea
          label={t('safety.blocked')}
          hint={t('safety.blockedHint')}
          rows={7}
          value={blockedText ?? textOf(safety.blocked)}
          dir="auto"
          spellCheck={false}
          onChange={(event) => setBlocked(event.target.value)}
        />
        <TextArea
          label={t('safety.reported')}
          hint={t('safety.reportedHint')}
          rows={7}
          value={reportedText ?? textOf(safety.reported)}
          dir="auto"
          spellCheck={false}
          onChange={(event) => setReported(event.target.value)}
        />
        <p className={`tabular text-label ${over > 0 ? 'text-danger-text' : 'text-text-3'}`}>
          {t('safety.count', { count, most: WORDS_MOST })}
        </p>
      </section>
      <UnsavedBar
        unsaved={!areSame(blocked, safety.blocked) || !areSame(reported, safety.reported)}
        saving={saving.isPending}
        blocked={over > 0}
        error={problem && problemText(t, problem)}
        onSave={() => saving.mutate()}
        onDiscard={discard}
      />
    </>
  );
}
