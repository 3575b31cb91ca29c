import { Compass, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Avatar } from '@/shared/ui/avatar';
import { CountBadge } from '@/shared/ui/count-badge';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { Mark } from '@/shared/ui/mark';
import { useServers } from '../model/use-servers';

interface ServerRailProps {
  readonly current: Id | null;
  readonly atHome: boolean;
  readonly discovering: boolean;
  /** How many servers one is asked into. */
  readonly asked: number;
  readonly hrefOf: (serverId: Id) => string;
  readonly isUnread: (serverId: Id) => boolean;
  readonly onCreate: () => void;
}

/** The way from server to server. */
export function ServerRail({ current, atHome, discovering, asked, hrefOf, isUnread, onCreate }: ServerRailProps) {
  const t = useText();
  const { data, isPending } = useServers();
  return (
    <nav
      aria-label={t('rail.label')}
      className="scroll flex w-16 shrink-0 flex-col items-center gap-2 bg-surface-0 py-3 pb-[max(12px,env(safe-area-inset-bottom))] [scrollbar-width:none]"
    >
      {isPending && (
        <Delayed>
          {[0, 1, 2].map((i) => (
            <span key={i} className="skeleton size-10 shrink-0 rounded-card!" />
          ))}
        </Delayed>
      )}
      <RailItem active={atHome} unread={false}>
        <Link
          href={paths.home}
          aria-label={asked > 0 ? `${t('rail.home')}, ${t('received.count', { count: asked })}` : t('rail.home')}
          aria-current={atHome ? 'page' : undefined}
          className={`${reach} rounded-card transition-transform active:scale-96`}
          {...hint(t('rail.home'), { side: 'right' })}
        >
          <Mark size={40} />
          <CountBadge count={asked} className="absolute -right-1 -bottom-1 ring-3 ring-surface-0" />
        </Link>
      </RailItem>
      <span aria-hidden className="my-0.5 h-px w-6 shrink-0 bg-line" />
      {data?.items.map((server) => {
        const active = server.id === current;
        const unread = isUnread(server.id) && !active;
        return (
          <RailItem key={server.id} active={active} unread={unread}>
            <Link
              href={hrefOf(server.id)}
              aria-label={unread ? t('rail.unread', { name: server.name }) : server.name}
              aria-current={active ? 'page' : undefined}
              className={`${reach} rounded-card transition-transform active:scale-96`}
              {...hint(server.name, { side: 'right' })}
            >
              <Avatar id={server.id} name={server.name} url={server.pictureUrl} size={40} square />
            </Link>
          </RailItem>
        );
      })}
      <RailItem active={false} unread={false}>
        <button
          type="button"
          aria-label={t('rail.create')}
          onClick={onCreate}
          className={tile(false)}
          {...hint(t('rail.create'), { side: 'right' })}
        >
          <Icon of={Plus} size={20} />
        </button>
      </RailItem>
      <RailItem active={discovering} unread={false}>
        <Link
          href={paths.discover}
          aria-label={t('rail.discover')}
          aria-current={discovering ? 'page' : undefined}
          className={tile(discovering)}
          {...hint(t('rail.discover'), { side: 'right' })}
        >
          <Icon of={Compass} size={20} />
        </Link>
      </RailItem>
    </nav>
  );
}

/** A thumb may miss by half of the gap. */
const reach = 'relative after:absolute after:-inset-1';

const tile = (active: boolean) =>
  cx(
    'grid size-10 place-items-center rounded-card transition-colors',
    reach,
    active ? 'bg-tint/12 text-text-1' : 'bg-tint/6 text-text-2 hover:bg-tint/12 hover:text-text-1',
  );

function RailItem({ active, unread, children }: { active: boolean; unread: boolean; children: ReactNode }) {
  return (
    <span className="relative grid w-full shrink-0 justify-items-center">
      <span
        aria-hidden
        className={cx(
          'absolute left-0 w-1 rounded-r-full transition-opacity',
          active ? 'top-1 h-8 bg-text-1' : unread ? 'top-4 h-2 bg-accent' : 'top-4 h-2 opacity-0',
        )}
      />
      {children}
    </span>
  );
}
