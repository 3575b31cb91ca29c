import { useQuery } from '@tanstack/react-query';
import type { AuditEntry, MemberHistory, MemberMove } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import type { Member } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { briefDate, fullDateTime, useLanguage, useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import Sheet from '@/shared/ui/sheet';
import { getMemberActivity } from '../api/get-member-activity';
import { getMemberHistory } from '../api/get-member-history';
import { pastOf } from '../model/past';
import { sentenceOf } from '../model/sentence';

interface HistorySheetProps {
  readonly serverId: Id;
  readonly member: Member;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What there was with a member. */
export default function HistorySheet({ serverId, member, open, onClose }: HistorySheetProps) {
  const t = useText();
  return (
    <Sheet open={open} onClose={onClose} title={t('history.title', { name: member.displayName })}>
      <div tabIndex={0} className="scroll flex grow flex-col gap-5 overflow-y-auto p-4">
        <div className="flex items-center gap-3">
          <Avatar id={member.userId} name={member.displayName} url={member.avatarUrl} size={56} />
          <div className="grid min-w-0">
            <p className="truncate text-body font-semibold" dir="auto">
              {member.displayName}
            </p>
            <p className="truncate text-label text-text-3">@{member.username}</p>
          </div>
        </div>
        {open && <Content serverId={serverId} userId={member.userId} />}
      </div>
    </Sheet>
  );
}

function Content({ serverId, userId }: { serverId: Id; userId: Id }) {
  const t = useText();
  const { data, error, isError, refetch } = useQuery({
    queryKey: ['history', serverId, userId],
    queryFn: ({ signal }) => getMemberHistory(serverId, userId, signal),
    // What there was a minute ago is no base for what one does now.
    staleTime: 0,
    gcTime: 0,
  });
  if (isError) return <Failure title={t('history.error')} body={problemText(t, error)} onRetry={() => void refetch()} />;
  if (data === undefined) {
    return (
      <Delayed>
        <div role="status" aria-label={t('app.loading')} className="grid gap-3">
          <span className="skeleton h-24" />
          <span className="skeleton h-40" />
        </div>
      </Delayed>
    );
  }
  return <Known history={data} serverId={serverId} userId={userId} />;
}

function When({ at }: { readonly at: string }) {
  const language = useLanguage();
  return (
    <time dateTime={at} title={fullDateTime(language, new Date(at))}>
      {briefDate(language, new Date(at), new Date())}
    </time>
  );
}

/** How much they wrote, which another part of Beep knows: without it the rest is there all the same. */
function Written({ serverId, userId }: { readonly serverId: Id; readonly userId: Id }) {
  const t = useText();
  const { data, isError } = useQuery({
    queryKey: ['activity', serverId, userId],
    queryFn: ({ signal }) => getMemberActivity(serverId, userId, signal),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <>
      <dt>{t('history.wrote')}</dt>
      <dd className="tabular">
        {isError && t('history.wroteUnknown')}
        {data && t('history.wroteOf', { count: data.messages, more: data.more ? 'yes' : 'no' })}
      </dd>
      {data?.lastAt !== undefined && (
        <>
          <dt>{t('history.wroteLast')}</dt>
          <dd>
            <When at={data.lastAt} />
          </dd>
        </>
      )}
    </>
  );
}

interface KnownProps {
  readonly history: MemberHistory;
  readonly serverId: Id;
  readonly userId: Id;
}

function Known({ history, serverId, userId }: KnownProps) {
  const t = useText();
  const past = pastOf(history);
  const when = (at: string) => <When at={at} />;
  return (
    <>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-meta [&_dd]:text-right [&_dt]:text-text-2">
        <dt>{t('history.joined')}</dt>
        <dd>{history.joinedAt === undefined ? t('history.notHere') : when(history.joinedAt)}</dd>
        {history.bannedAt !== undefined && (
          <>
            <dt>{t('history.banned')}</dt>
            <dd>{when(history.bannedAt)}</dd>
          </>
        )}
        {history.timedOutUntil !== undefined && (
          <>
            <dt>{t('history.silent')}</dt>
            <dd>{when(history.timedOutUntil)}</dd>
          </>
        )}
        <Written serverId={serverId} userId={userId} />
        {history.reports !== undefined && (
          <>
            <dt>{t('history.reports')}</dt>
            <dd className="tabular">
              {t('history.reportsOf', { count: history.reports, open: history.openReports ?? 0 })}
            </dd>
          </>
        )}
      </dl>
      <section aria-labelledby="history-acts" className="grid gap-2">
        <h3 id="history-acts" className="text-meta font-medium text-text-2">
          {t('history.acts')}
        </h3>
        {past.length === 0 ? (
          <p className="text-meta text-text-3">{t('history.noActs')}</p>
        ) : (
          <ol className="grid gap-3">
            {past.map((one) =>
              'act' in one ? <ActRow key={one.act.position} act={one.act} /> : <MoveRow key={one.move.position} move={one.move} />,
            )}
          </ol>
        )}
      </section>
    </>
  );
}

const row = 'grid border-l-2 pl-3 text-meta';

function ActRow({ act }: { readonly act: AuditEntry }) {
  const t = useText();
  return (
    <li className={cx(row, 'border-tint/20')}>
      <p className="break-words">
        {sentenceOf(t, act).map((part, i) =>
          part.name ? (
            <bdi key={i} className="font-semibold">
              {part.text}
            </bdi>
          ) : (
            part.text
          ),
        )}
      </p>
      {act.reason !== undefined && (
        <p className="break-words text-text-2" dir="auto">
          {t('audit.reason', { reason: act.reason })}
        </p>
      )}
      <p className="text-label text-text-3">
        <When at={act.at} />
        {act.undoneBy !== undefined && ` · ${t('audit.undone')}`}
      </p>
    </li>
  );
}

/** Quieter than what others did. */
function MoveRow({ move }: { readonly move: MemberMove }) {
  const t = useText();
  const by = move.invitedBy;
  return (
    <li className={cx(row, 'border-tint/10 text-text-2')}>
      <p className="break-words">
        {move.left ? t('history.left') : by ? t('history.cameBy', { name: by.displayName }) : t('history.came')}
      </p>
      <p className="text-label text-text-3">
        <When at={move.at} />
      </p>
    </li>
  );
}
