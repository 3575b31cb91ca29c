import { Compass, Plus, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Avatar } from '@/shared/ui/avatar';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { useServers } from '../model/use-servers';

interface ServerRailProps {
  readonly current: Id | null;
  readonly discovering: boolean;
  readonly hrefOf: (serverId: Id) => string;
  readonly isUnread: (serverId: Id) => boolean;
  readonly onCreate: () => void;
}

/** The way from server to server. */
export function ServerRail({ current, discovering, hrefOf, isUnread, onCreate }: ServerRailProps) {
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
      {data?.items.map((server) => {
        const unread = isUnread(server.id) && server.id !== current;
        return (
          <RailItem key={server.id} name={server.name} active={server.id === current} unread={unread}>
            <Link
              href={hrefOf(server.id)}
              aria-label={unread ? t('rail.unread', { name: server.name }) : server.name}
              aria-current={server.id === current ? 'page' : undefined}
              className="rounded-card transition-transform active:scale-96"
            >
              <Avatar id={server.id} name={server.name} size={40} square />
            </Link>
          </RailItem>
        );
      })}
      {data && data.items.length > 0 && <span aria-hidden className="my-0.5 h-px w-6 shrink-0 bg-line" />}
      <RailItem name={t('rail.create')} active={false} unread={false}>
        <button type="button" aria-label={t('rail.create')} onClick={onCreate} className={tile(false)}>
          <Icon of={Plus} size={20} />
        </button>
      </RailItem>
      <RailItem name={t('rail.discover')} active={discovering} unread={false}>
        <Link
          href={paths.discover}
          aria-label={t('rail.discover')}
          aria-current={discovering ? 'page' : undefined}
          className={tile(discovering)}
        >
          <Icon of={Compass satisfies LucideIcon} size={20} />
        </Link>
      </RailItem>
    </nav>
  );
}

const tile = (active: boolean) =>
  cx(
    'grid size-10 place-items-center rounded-card transition-colors',
    active ? 'bg-tint/12 text-text-1' : 'bg-tint/6 text-text-2 hover:bg-tint/12 hover:text-text-1',
  );

interface RailItemProps {
  readonly name: string;
  readonly active: boolean;
  readonly unread: boolean;
  readonly children: ReactElement<Record<string, unknown>>;
}

function RailItem({ name, active, unread, children }: RailItemProps) {
  return (
    <span className="relative grid w-full shrink-0 justify-items-center">
      <span
        aria-hidden
        className={cx(
          'absolute left-0 w-1 rounded-r-full transition-[height,opacity]',
          active ? 'top-1 h-8 bg-text-1' : unread ? 'top-4 h-2 bg-accent' : 'top-4 h-2 opacity-0',
        )}
      />
      <Hint text={name} side="right">
        {children}
      </Hint>
    </span>
  );
}
