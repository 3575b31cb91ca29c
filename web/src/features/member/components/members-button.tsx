import { Users } from 'lucide-react';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { cx } from '@/shared/ui/cx';
import { hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { PresenceDot } from '@/shared/ui/presence-dot';
import type { ConnectedPeople } from '../model/attendance';
import { useAttendance } from '../model/use-attendance';

interface MembersButtonProps {
  readonly server: Server;
  /** A channel that not everyone sees; null for one that all members see. */
  readonly channelId: Id | null;
  /** Undefined while that is not known. */
  readonly connected: ConnectedPeople | undefined;
  readonly label: string;
  readonly pressed: boolean;
  readonly onClick: () => void;
}

/** Leads to the members of a channel, and says how many there are and how many of them are connected. */
export function MembersButton({ server, channelId, connected, label, pressed, onClick }: MembersButtonProps) {
  const t = useText();
  const attendance = useAttendance(server, channelId, connected);
  const { total = 0, more = false, online } = attendance ?? {};
  const said = [
    ...(attendance ? [t(more ? 'topbar.manyMembers' : 'server.members', { count: total })] : []),
    ...(online === undefined ? [] : [t('topbar.online', { count: online })]),
  ];
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onClick}
      {...hint(label, { side: 'bottom' })}
      className="tabular relative flex h-8 shrink-0 items-center gap-2 rounded-control px-[7px] text-meta text-text-2 transition-colors hover:bg-tint/8 hover:text-text-1 aria-pressed:bg-tint/8 aria-pressed:text-text-1 pointer-coarse:h-11 pointer-coarse:px-[13px]"
    >
      <span className="sr-only">{[label, ...said].join(', ')}</span>
      {attendance && (
        <span aria-hidden className="flex items-center gap-1.5 max-tablet:hidden">
          {t('topbar.count', { count: total })}
          {more && '+'}
          {/* It has its place before it is known: nothing moves when it comes. */}
          <span className={cx('flex items-center gap-1.5', online === undefined && (more ? 'hidden' : 'invisible'))}>
            <span className="text-text-3">·</span>
            {t('topbar.online', { count: online ?? 0 })}
          </span>
        </span>
      )}
      {online !== undefined && (
        <span aria-hidden className="flex items-center gap-1.5 tablet:hidden">
          <PresenceDot of="online" />
          {t('topbar.count', { count: online })}
        </span>
      )}
      <Icon of={Users} />
    </button>
  );
}
