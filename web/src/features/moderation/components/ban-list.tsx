import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Ban as BanIcon, SearchX } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Ban } from '@/gateway/contract/moderation';
import { problemText } from '@/gateway/problem-text';
import { briefDate, fullDateTime, useLanguage, useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { TextField } from '@/shared/ui/field';
import { toast } from '@/shared/ui/toasts';
import { unbanMember } from '../api/unban-member';
import { bansKey, useBans } from '../model/use-bans';

interface BanListProps {
  readonly serverId: Id;
  /** Whether it has to fit in what is around it, and scrolls by itself. */
  readonly bounded?: boolean;
}

/** Who may not come into a server, why, and the way to let them in again. For whoever has BAN_MEMBERS. */
export default function BanList({ serverId, bounded = false }: BanListProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed.trim());
  const { data, error, isError, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useBans(
    serverId,
    words,
  );
  const [now] = useState(() => new Date());
  const bans = data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <div className="grid gap-4">
      {/* Among nobody there is nobody to be found. */}
      {(typed !== '' || bans.length > 0) && (
        <TextField
          type="search"
          label={t('moderation.findBan')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
        />
      )}
      {isPending ? (
        <Delayed>
          <div role="status" aria-label={t('app.loading')} className="grid gap-2">
            {[1, 2, 3].map((row) => (
              <span key={row} className="skeleton h-14" />
            ))}
          </div>
        </Delayed>
      ) : isError ? (
        <Failure title={t('moderation.bansError')} body={problemText(t, error)} onRetry={() => void refetch()} />
      ) : bans.length === 0 ? (
        words === '' ? (
          <Empty icon={BanIcon} title={t('moderation.noBans')} body={t('moderation.noBansBody')} />
        ) : (
          <Empty icon={SearchX} title={t('moderation.noBanFound')} />
        )
      ) : (
        <ul
          aria-label={t('moderation.bans')}
          className={cx('-mx-2', bounded && 'scroll max-h-[min(420px,50vh)] overflow-y-auto')}
          {...(bounded && { tabIndex: 0 })}
        >
          {bans.map((ban) => (
            <Row key={ban.userId} serverId={serverId} ban={ban} now={now} />
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button look="quiet" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('moderation.moreBans')}
        </Button>
      )}
    </div>
  );
}

function Row({ serverId, ban, now }: { serverId: Id; ban: Ban; now: Date }) {
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const at = new Date(ban.bannedAt);
  const unbanning = useMutation({
    mutationFn: () => unbanMember(serverId, ban.userId),
    onSuccess: async () => {
      toast(t('moderation.unbanned', { name: ban.displayName }));
      // The feed tells it too; without the feed the list must not show who may come in.
      await client.invalidateQueries({ queryKey: bansKey(serverId) });
    },
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });
  return (
    <li className="flex items-center gap-3 rounded-control px-2 py-2 hover:bg-tint/4">
      <Avatar id={ban.userId} name={ban.displayName} size={36} />
      <div className="grid min-w-0 grow">
        <p className="flex min-w-0 items-baseline gap-2">
          <span className="truncate text-meta font-medium" dir="auto">
            {ban.displayName}
          </span>
          <span className="truncate text-label text-text-3">@{ban.username}</span>
        </p>
        {ban.reason !== undefined && (
          <p className="text-meta break-words whitespace-pre-wrap text-text-2" dir="auto">
            {ban.reason}
          </p>
        )}
        <p className="truncate text-label text-text-3">
          <time dateTime={ban.bannedAt} title={fullDateTime(language, at)}>
            {t('moderation.bannedBy', { name: ban.bannedByName, when: briefDate(language, at, now) })}
          </time>
        </p>
      </div>
      <Button look="quiet" size="small" disabled={unbanning.isPending} onClick={() => unbanning.mutate()}>
        {t('moderation.unban')}
        <span className="sr-only">{ban.displayName}</span>
      </Button>
    </li>
  );
}
