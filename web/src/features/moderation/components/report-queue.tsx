import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Flag, Gavel, Inbox, MessageSquareX, StickyNote } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import { reportReasons, type Report, type ReportOutcome } from '@/gateway/contract/moderation';
import type { Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { briefDate, fullDateTime, useLanguage, useText, type Translate } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button, buttonClass } from '@/shared/ui/button';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { TextArea } from '@/shared/ui/field';
import { Icon } from '@/shared/ui/icon';
import { Menu } from '@/shared/ui/menu';
import type { MenuEntry } from '@/shared/ui/menu-entry';
import { toast } from '@/shared/ui/toasts';
import type { ReportState } from '../api/list-reports';
import { reopenReport } from '../api/reopen-report';
import { resolveReport } from '../api/resolve-report';
import { lengthOf, reasonOf } from '../model/acts';
import { reportsKey, useReports } from '../model/use-reports';
import { asMember, useModeration } from './use-moderation';

/** The longest that a note may be, in characters as people count them. */
const NOTE_MOST = 512;

export interface ReportQueueProps {
  readonly server: Server;
  readonly me: Id;
  /** Undefined for one that is gone. */
  readonly channelNameOf: (channelId: Id) => string | undefined;
  readonly linkOf: (channelId: Id, messageId: Id) => string;
  readonly onDelete: (messageId: Id) => Promise<void>;
}

/** What members report, for who looks after it. For whoever has MANAGE_MESSAGES. */
export default function ReportQueue(props: ReportQueueProps) {
  const { server, me } = props;
  const t = useText();
  const [state, setState] = useState<ReportState>('open');
  const { data, error, isError, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useReports(
    server.id,
    state,
  );
  const [now] = useState(() => new Date());
  const moderation = useModeration(server, me);
  const reports = data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div className="grid gap-4">
      <p className="text-meta text-text-2">{t('report.about')}</p>
      <div role="group" aria-label={t('report.filter')} className="flex gap-1">
        {(['open', 'closed'] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === state}
            onClick={() => setState(one)}
            className={cx(
              'h-8 rounded-control px-3 text-meta font-medium transition-colors pointer-coarse:h-11',
              one === state ? 'bg-tint/10 text-text-1' : 'text-text-2 hover:bg-tint/5 hover:text-text-1',
            )}
          >
            {t(`report.${one}`)}
          </button>
        ))}
      </div>
      {isPending ? (
        <Delayed>
          <div role="status" aria-label={t('app.loading')} className="grid gap-3">
            {[1, 2, 3].map((row) => (
              <span key={row} className="skeleton h-32" />
            ))}
          </div>
        </Delayed>
      ) : isError ? (
        <Failure title={t('report.error')} body={problemText(t, error)} onRetry={() => void refetch()} />
      ) : reports.length === 0 ? (
        state === 'open' ? (
          <Empty icon={Inbox} title={t('report.none')} body={t('report.noneBody')} />
        ) : (
          <Empty icon={Flag} title={t('report.noneClosed')} />
        )
      ) : (
        <ul aria-label={t('report.title')} className="grid gap-3">
          {reports.map((report) => (
            <Card
              key={report.id}
              report={report}
              now={now}
              acts={
                report.accusedIsMember
                  ? moderation.entriesOf(asMember(report.accused))
                  : moderation.entriesOfGone(report.accused)
              }
              {...props}
            />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('report.more')}
        </Button>
      )}
      {moderation.dialog}
    </div>
  );
}

interface CardProps extends ReportQueueProps {
  readonly report: Report;
  readonly now: Date;
  /** What can be done with who is complained of. */
  readonly acts: readonly MenuEntry[];
}

function Card({ report, now, acts, server, channelNameOf, linkOf, onDelete }: CardProps) {
  const t = useText();
  const client = useQueryClient();
  const failed = (error: unknown) => toast(problemText(t, error), { tone: 'danger' });
  const reload = () => client.invalidateQueries({ queryKey: reportsKey(server.id) });
  const { mutate: reopen, isPending: reopening } = useMutation({
    mutationFn: () => reopenReport(server.id, report.id),
    onSuccess: reload,
    onError: failed,
  });
  const { mutate: resolve, isPending: resolving } = useMutation({
    mutationFn: (outcome: ReportOutcome) => resolveReport(server.id, report.id, outcome, reasonOf(note ?? '')),
    onSuccess: async (_, outcome) => {
      setNote(null);
      toast(t(`report.done.${outcome}`), { action: { label: t('app.undo'), run: () => reopen() } });
      await reload();
    },
    onError: failed,
  });
  const { mutate: remove, isPending: removing } = useMutation({
    mutationFn: () => onDelete(report.id),
    onSuccess: async () => {
      toast(t('message.deleted'));
      await reload();
    },
    onError: failed,
  });
  const { accused, message, channelId, resolution } = report;
  const channelName = channelId === undefined ? undefined : channelNameOf(channelId);
  const [note, setNote] = useState<string | null>(null);
  const over = lengthOf(note ?? '') - NOTE_MOST;
  return (
    <li className="grid gap-3 rounded-card border border-line bg-surface-1 p-4">
      <header className="flex min-w-0 items-center gap-3">
        <Avatar id={accused.id} name={accused.displayName} url={accused.avatarUrl} size={36} />
        <div className="grid min-w-0 grow">
          <h2 className="flex min-w-0 items-baseline gap-2 text-body">
            <span className="truncate font-semibold" dir="auto">
              {accused.displayName}
            </span>
            <span className="truncate text-label text-text-3">@{accused.username}</span>
          </h2>
          <p className="truncate text-label text-text-2">
            {report.target === 'member'
              ? t('report.ofMember')
              : channelName === undefined
                ? t('report.ofMessage')
                : t('report.ofMessageIn', { channel: channelName })}
            {!report.accusedIsMember && ` · ${t('report.left')}`}
          </p>
        </div>
        <span className="shrink-0 rounded-full bg-tint/8 px-2 py-0.5 text-label font-medium tabular-nums text-text-2">
          {t('report.count', { count: report.count })}
        </span>
      </header>
      {report.target === 'message' &&
        (message === undefined ? (
          <p className="flex items-center gap-2 text-meta text-text-3">
            <Icon of={MessageSquareX} size={16} />
            {t('report.messageGone')}
          </p>
        ) : (
          <blockquote className="grid gap-1 border-l-2 border-tint/20 pl-3">
            <p className="max-h-44 overflow-y-auto text-body break-words whitespace-pre-wrap" dir="auto" tabIndex={0}>
              {message.content}
            </p>
            {message.editedSince && <p className="text-label text-text-3">{t('report.editedSince')}</p>}
          </blockquote>
        ))}
      <ul aria-label={t('report.said')} className="grid gap-1.5">
        {report.filings.map((filing) => (
          <li key={filing.reporter?.id ?? 'words'} className="grid text-meta">
            <p className="flex min-w-0 flex-wrap items-baseline gap-x-2">
              <span className="font-medium">{reasonText(t, filing.category)}</span>
              <span className="min-w-0 truncate text-text-2" dir="auto">
                {filing.reporter === undefined ? t('report.byFilter') : filing.reporter.displayName}
              </span>
              <When at={filing.at} now={now} />
            </p>
            {filing.text !== undefined && (
              <p className="break-words whitespace-pre-wrap text-text-2" dir="auto">
                {filing.text}
              </p>
            )}
          </li>
        ))}
        {report.count > report.filings.length && (
          <li className="text-label text-text-3">{t('report.others', { count: report.count - report.filings.length })}</li>
        )}
      </ul>
      {resolution !== undefined && (
        <div className="grid gap-1 text-meta text-text-2">
          <p>
            {t(`report.was.${resolution.outcome}`, { name: resolution.by.displayName })} <When at={resolution.at} now={now} />
          </p>
          {resolution.note !== undefined && (
            <p className="flex gap-2">
              <Icon of={StickyNote} size={16} className="mt-0.5 shrink-0 text-text-3" />
              <span className="sr-only">{t('report.note')}</span>
              <span className="min-w-0 break-words whitespace-pre-wrap" dir="auto">
                {resolution.note}
              </span>
            </p>
          )}
        </div>
      )}
      {resolution === undefined && note !== null && (
        <TextArea
          label={t('report.note')}
          hint={t('report.noteHint')}
          error={over > 0 ? t('composer.over', { count: over }) : undefined}
          rows={2}
          value={note}
          dir="auto"
          autoFocus
          onChange={(event) => setNote(event.target.value)}
        />
      )}
      <footer className="flex flex-wrap gap-2">
        {message !== undefined && channelId !== undefined && channelName !== undefined && (
          <Link href={linkOf(channelId, report.id)} className={buttonClass('quiet', 'small')}>
            {t('report.jump')}
          </Link>
        )}
        {resolution === undefined ? (
          <>
            {message !== undefined && (
              <Button look="quiet" size="small" disabled={removing} onClick={() => remove()}>
                {t('report.delete')}
              </Button>
            )}
            {acts.length > 0 && (
              <Menu
                label={t('report.actsOn', { name: accused.displayName })}
                entries={acts}
                trigger={
                  <Button look="quiet" size="small">
                    <Icon of={Gavel} size={16} />
                    {t('report.acts')}
                    <span className="sr-only">{accused.displayName}</span>
                  </Button>
                }
              />
            )}
            {note === null && (
              <Button look="quiet" size="small" onClick={() => setNote('')}>
                <Icon of={StickyNote} size={16} />
                {t('report.addNote')}
              </Button>
            )}
            <span className="ml-auto flex gap-2">
              <Button look="plain" size="small" disabled={resolving || over > 0} onClick={() => resolve('dismissed')}>
                {t('report.dismiss')}
              </Button>
              <Button size="small" disabled={resolving || over > 0} onClick={() => resolve('acted')}>
                {t('report.resolve')}
              </Button>
            </span>
          </>
        ) : (
          <>
            <span className="grow" />
            <Button look="quiet" size="small" disabled={reopening} onClick={() => reopen()}>
              {t('report.reopen')}
            </Button>
          </>
        )}
      </footer>
    </li>
  );
}

function When({ at, now }: { at: string; now: Date }) {
  const language = useLanguage();
  const date = new Date(at);
  return (
    <time dateTime={at} title={fullDateTime(language, date)} className="shrink-0 text-label text-text-3">
      {briefDate(language, date, now)}
    </time>
  );
}

function reasonText(t: Translate, category: string): string {
  const known = reportReasons.find((one) => one === category);
  return t(known === undefined ? 'report.reason.words' : `report.reason.${known}`);
}
