import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ArchiveRestore, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { DeletedServer } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { fullDateTime, timeLeft, useLanguage, useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { Icon } from '@/shared/ui/icon';
import { Main } from '@/shared/ui/main';
import { toast } from '@/shared/ui/toasts';
import { restoreServer } from '../api/restore-server';
import { canRestore, fraction, stepText } from '../model/deletion';
import { deletedServersKey, useDeletedServers } from '../model/use-deleted-servers';
import { serversKey } from '../model/use-servers';

const MINUTE_MS = 60_000;

interface DeletedServersScreenProps {
  readonly onRestored: (serverId: Id) => void;
}

/** What I deleted: to be restored while there is time, and seen going when there is none. */
export default function DeletedServersScreen({ onRestored }: DeletedServersScreenProps) {
  const t = useText();
  const { data, error, isError, isPending, refetch } = useDeletedServers();
  const now = useNow();
  return (
    <Main className="scroll flex flex-col">
      <div className="mx-auto flex w-full max-w-[680px] grow flex-col gap-6 px-6 py-10 max-tablet:px-4 max-tablet:py-6">
        <header>
          <h1 className="text-display font-semibold tracking-[-0.01em]">{t('deleted.title')}</h1>
          <p className="text-body text-text-2">{t('deleted.lead')}</p>
        </header>
        {isError ? (
          <Failure title={t('rail.error')} body={problemText(t, error)} onRetry={() => void refetch()} />
        ) : isPending ? (
          <Delayed>
            <div className="skeleton h-[72px] rounded-card!" />
          </Delayed>
        ) : data.items.length === 0 ? (
          <Empty icon={ArchiveRestore} title={t('deleted.none')} body={t('deleted.noneHint')} />
        ) : (
          <ul className="grid gap-2">
            {data.items.map((server) => (
              <Row key={server.id} server={server} now={now} onRestored={onRestored} />
            ))}
          </ul>
        )}
      </div>
    </Main>
  );
}

interface RowProps {
  readonly server: DeletedServer;
  readonly now: number;
  readonly onRestored: (serverId: Id) => void;
}

function Row({ server, now, onRestored }: RowProps) {
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const finalAt = new Date(server.finalAt);
  const restoring = useMutation({
    mutationFn: () => restoreServer(server.id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: serversKey });
      void client.invalidateQueries({ queryKey: deletedServersKey });
      toast(t('deleted.restored', { name: server.name }));
      onRestored(server.id);
    },
    onError: (error) => {
      void client.invalidateQueries({ queryKey: deletedServersKey });
      toast(problemText(t, error), { tone: 'danger' });
    },
  });
  return (
    <li className="flex flex-wrap items-center gap-3 rounded-card border border-line bg-surface-3/55 p-4">
      <Avatar id={server.id} name={server.name} size={40} square />
      <div className="grid min-w-0 grow basis-40 gap-0.5">
        <h2 className="truncate font-semibold" dir="auto">
          {server.name}
        </h2>
        {server.progress === undefined ? (
          <p className="tabular text-meta text-text-2" title={fullDateTime(language, finalAt)}>
            {canRestore(server, now)
              ? t('deleted.finalIn', { when: timeLeft(language, finalAt, new Date(now)) })
              : t('deleted.soon')}
          </p>
        ) : (
          <Removing name={server.name} text={t(stepText(server.progress))} part={fraction(server.progress)} />
        )}
      </div>
      {canRestore(server, now) && (
        <Button look="quiet" size="small" disabled={restoring.isPending} onClick={() => restoring.mutate()}>
          <Icon of={Undo2} size={16} />
          {t('deleted.restore')}
          <span className="sr-only">{server.name}</span>
        </Button>
      )}
    </li>
  );
}

/** The words say what the bar cannot; the number has a fixed width. */
function Removing({ name, text, part }: { name: string; text: string; part: number }) {
  const t = useText();
  const percent = Math.floor(part * 100);
  return (
    <div className="grid gap-1.5">
      <p className="tabular flex justify-between gap-3 text-meta text-text-2">
        <span className="min-w-0 truncate">{text}</span>
        <span>{t('deleted.percent', { percent })}</span>
      </p>
      <div
        role="progressbar"
        aria-label={t('deleted.progress', { name })}
        aria-valuenow={percent}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${text} ${t('deleted.percent', { percent })}`}
        className="h-1.5 overflow-hidden rounded-full bg-tint/10"
      >
        <div
          className="h-full origin-left bg-accent transition-transform duration-150 ease-out motion-reduce:transition-none"
          style={{ transform: `scaleX(${part})` }}
        />
      </div>
    </div>
  );
}

/** Moves on by itself, so that the time that is left does. */
function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}
