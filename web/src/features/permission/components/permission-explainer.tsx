import { Check, ChevronRight, Search, UserRound, X } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { ExplainedPermission, MemberPermissions } from '@/gateway/contract/permission';
import type { Member } from '@/gateway/contract/server';
import { MemberPicker } from '@/gateway/members/member-picker';
import { problemText } from '@/gateway/problem-text';
import { groupsOfServer } from '@/gateway/rights/permissions';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import { Icon } from '@/shared/ui/icon';
import { permissionName, reasonsOf, sentenceOf } from '../model/reasons';
import { useExplanation } from '../model/use-explanation';

interface PermissionExplainerProps {
  readonly serverId: Id;
  /** Without one it is about the server as a whole. */
  readonly channelId?: Id | undefined;
}

/** May Ada write in #news, and why: choose someone, read what decided. */
export default function PermissionExplainer({ serverId, channelId }: PermissionExplainerProps) {
  const t = useText();
  const [chosen, setChosen] = useState<Member>();
  const userId = chosen?.userId;
  const { data, error, isError, refetch } = useExplanation(serverId, channelId, userId);
  return (
    <section aria-label={t('explain.title')} className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="min-w-60 grow basis-0 text-meta text-pretty text-text-2">{t('explain.lead')}</p>
        <MemberPicker
          serverId={serverId}
          label={t('explain.find')}
          trigger={
            <Button look="quiet">
              {chosen ? (
                <>
                  <Avatar id={chosen.userId} name={chosen.displayName} url={chosen.avatarUrl} size={20} />
                  <span dir="auto" className="max-w-40 truncate">
                    {chosen.displayName}
                  </span>
                </>
              ) : (
                <>
                  <Icon of={UserRound} size={16} />
                  {t('explain.choose')}
                </>
              )}
            </Button>
          }
          onPick={setChosen}
        />
      </div>
      {isError ? (
        <Failure title={t('explain.failed')} body={problemText(t, error)} onRetry={() => void refetch()} />
      ) : userId === undefined ? (
        <p className="flex items-center gap-2.5 rounded-control bg-tint/4 px-3 py-4 text-meta text-text-2">
          <Icon of={Search} size={16} className="shrink-0" />
          {t('explain.nobody')}
        </p>
      ) : data === undefined ? (
        <Delayed>
          <div role="status" aria-label={t('app.loading')} className="grid gap-2">
            {[0, 1, 2, 3].map((row) => (
              <span key={row} className="skeleton h-12" />
            ))}
          </div>
        </Delayed>
      ) : (
        <Explained of={data} />
      )}
    </section>
  );
}

function Explained({ of }: { readonly of: MemberPermissions }) {
  const t = useText();
  const byName = new Map(of.permissions.map((one) => [one.permission, one]));
  return (
    <div className="grid gap-4">
      {groupsOfServer.map(({ group, permissions }) => {
        const told = permissions.flatMap((permission) => byName.get(permission) ?? []);
        return (
          told.length > 0 && (
            <section key={group} aria-label={t(`permissions.${group}`)}>
              <h2 className="pb-1 text-label font-semibold text-text-3">{t(`permissions.${group}`)}</h2>
              <ul className="divide-y divide-line">
                {told.map((one) => (
                  <Row key={one.permission} explained={one} of={of} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

interface RowProps {
  readonly explained: ExplainedPermission;
  readonly of: MemberPermissions;
}

function Row({ explained, of }: RowProps) {
  const t = useText();
  const reasons = reasonsOf(t, explained, of);
  const deciding = reasons.filter((reason) => reason.decides);
  const head = (
    <>
      <Icon
        of={explained.allowed ? Check : X}
        size={16}
        className={cx('mt-0.5 shrink-0', explained.allowed ? 'text-success' : 'text-danger-text')}
      />
      <span className="grid min-w-0 grow gap-0.5">
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="text-body font-medium">{permissionName(t, explained.permission)}</span>
          <span className={cx('text-label', explained.allowed ? 'text-text-2' : 'text-danger-text')}>
            {t(explained.allowed ? 'explain.allowed' : 'explain.denied')}
          </span>
        </span>
        <span className="text-meta text-text-2">{deciding.map((reason) => sentenceOf(t, reason, of)).join(' ')}</span>
      </span>
    </>
  );
  if (reasons.length === deciding.length) return <li className="flex gap-2.5 px-1 py-2.5">{head}</li>;
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-default gap-2.5 rounded-control px-1 py-2.5 hover:bg-tint/4 [&::-webkit-details-marker]:hidden">
          {head}
          <Icon
            of={ChevronRight}
            size={16}
            className="mt-0.5 shrink-0 text-text-3 transition-transform group-open:rotate-90 motion-reduce:transition-none"
          />
        </summary>
        <ol className="mt-1 mb-2 ml-8 grid list-decimal gap-1 pl-4 text-meta text-text-2">
          {reasons.map((reason) => (
            <li
              key={`${reason.ground} ${String(reason.allows)}`}
              className={cx('pl-1', reason.decides && 'font-medium text-text-1')}
            >
              {sentenceOf(t, reason, of)}
              {reason.decides && <span className="sr-only"> {t('explain.decided')}</span>}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
