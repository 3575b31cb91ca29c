import { ArchiveRestore, Compass, House, Mailbox, Search, type LucideIcon } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useReceivedInvitations } from '@/features/invitation';
import { useDeletedServers } from '@/features/server';
import type { Me } from '@/gateway/contract/user';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { CountBadge } from '@/shared/ui/count-badge';
import { cx } from '@/shared/ui/cx';
import { Icon } from '@/shared/ui/icon';
import { Keys } from '@/shared/ui/keys';
import { OwnPanel } from './own-panel';
import { Sidebar } from './sidebar';

interface HomeSidebarProps {
  readonly me: Me;
  readonly onSwitcher: () => void;
  readonly onKeys: () => void;
}

/** The sidebar where one is in no server. */
export function HomeSidebar({ me, onSwitcher, onKeys }: HomeSidebarProps) {
  const t = useText();
  const received = useReceivedInvitations().data?.items.length ?? 0;
  const anyDeleted = (useDeletedServers().data?.items ?? []).length > 0;
  return (
    <Sidebar label={t('app.name')}>
      <div className="grid h-12 shrink-0 items-center border-b border-line px-2">
        <button
          type="button"
          onClick={onSwitcher}
          className="flex h-8 items-center gap-2 rounded-control bg-field px-2.5 text-left text-meta text-text-2 ring-1 ring-tint/10 hover:ring-tint/24 pointer-coarse:h-10"
        >
          <Icon of={Search} size={16} className="shrink-0" />
          <span className="grow truncate">{t('topbar.jump')}</span>
          <span className="pointer-coarse:hidden">
            <Keys of="Mod+K" />
          </span>
        </button>
      </div>
      <nav aria-label={t('rail.home')} className="scroll grid grow content-start gap-px px-2 pt-2">
        <Way href={paths.home} icon={House} label={t('rail.home')} />
        <Way href={paths.discover} icon={Compass} label={t('rail.discover')} />
        <Way href={paths.invitations} icon={Mailbox} label={t('received.title')} count={received} />
        {anyDeleted && <Way href={paths.deleted} icon={ArchiveRestore} label={t('deleted.title')} />}
      </nav>
      <OwnPanel me={me} onKeys={onKeys} />
    </Sidebar>
  );
}

function Way({ href, icon, label, count = 0 }: { href: string; icon: LucideIcon; label: string; count?: number }) {
  const t = useText();
  const [location] = useLocation();
  const active = location === href;
  return (
    <Link
      href={href}
      aria-current={active ? 'page' : undefined}
      className={cx(
        'flex h-8 items-center gap-2 rounded-control px-2 transition-colors pointer-coarse:h-11',
        active ? 'bg-tint/10 font-medium text-text-1' : 'text-text-2 hover:bg-tint/5 hover:text-text-1',
      )}
    >
      <Icon of={icon} className="shrink-0 text-text-3" />
      <span className="grow">{label}</span>
      <CountBadge count={count} />
      {count > 0 && <span className="sr-only">{t('received.count', { count })}</span>}
    </Link>
  );
}
