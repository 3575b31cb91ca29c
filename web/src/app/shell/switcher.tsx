import { Dialog as Base } from '@base-ui/react/dialog';
import { Compass, Hash, Keyboard, Plus, Search, Server as ServerIcon, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Channel, Server } from '@/gateway/contract/server';
import { useWayBack } from '@/shared/hooks/use-way-back';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { cx } from '@/shared/ui/cx';
import { Icon } from '@/shared/ui/icon';
import { Keys } from '@/shared/ui/keys';
import { useLeading } from '@/shared/ui/where-one-writes';
import { matching, targetsOf, type Target } from './jump';

/** More are not read, but narrowed down by another letter. */
const MOST = 9;

interface SwitcherProps {
  readonly open: boolean;
  /** What had the focus before. */
  readonly from: HTMLElement | null;
  readonly servers: readonly Server[];
  readonly channels: readonly Channel[];
  readonly onClose: () => void;
  readonly onCreateServer: () => void;
  readonly onKeys: () => void;
}

/** Jumps anywhere by a few letters. */
export default function Switcher(props: SwitcherProps) {
  const t = useText();
  const { lead, finalFocus } = useLeading(props.open);
  useWayBack(props.open, props.onClose);
  return (
    <Base.Root open={props.open} onOpenChange={(next) => !next && props.onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fade fixed inset-0 z-40 bg-scrim" />
        <Base.Popup
          finalFocus={() => {
            const leading = finalFocus();
            return leading === true && props.from?.isConnected ? props.from : leading;
          }}
          aria-label={t('switcher.title')}
          className="pop fixed inset-x-4 top-[12vh] z-40 mx-auto max-w-[560px] overflow-hidden rounded-card bg-surface-3 shadow-float outline-none"
        >
          <Choice {...props} onTaken={lead} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Choice({ servers, channels, onClose, onCreateServer, onKeys, onTaken }: SwitcherProps & { onTaken: () => void }) {
  const t = useText();
  const [, navigate] = useLocation();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const actions: readonly Target[] = [
    { id: 'create', kind: 'action', name: t('server.create'), aside: '', run: onCreateServer },
    { id: 'discover', kind: 'action', name: t('rail.discover'), aside: '', run: () => navigate(paths.discover) },
    { id: 'keys', kind: 'action', name: t('me.keys'), aside: '', run: onKeys },
  ];
  const found = matching(
    targetsOf(servers, channels, actions, (serverId, channelId) =>
      navigate(channelId === undefined ? paths.server(serverId) : paths.channel(serverId, channelId)),
    ),
    typed,
    MOST,
  );
  const at = Math.min(active, found.length - 1);
  const take = (target: Target | undefined) => {
    if (target === undefined) return;
    onTaken();
    onClose();
    target.run();
  };

  return (
    <>
      <div className="flex h-12 items-center gap-3 border-b border-line px-4">
        <Icon of={Search} className="text-text-3" />
        <input
          // At once, so that the first letter lands here; where the focus was, the shell has noted.
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls="switcher-list"
          aria-activedescendant={found[at] && `jump-${found[at].id}`}
          aria-label={t('switcher.placeholder')}
          placeholder={t('switcher.placeholder')}
          value={typed}
          maxLength={100}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              const step = event.key === 'ArrowDown' ? 1 : -1;
              setActive((at + step + found.length) % Math.max(found.length, 1));
            } else if (event.key === 'Enter') {
              event.preventDefault();
              take(found[at]);
            }
          }}
          className="h-full grow bg-transparent text-entry outline-none placeholder:text-text-3"
        />
        <Keys of="Esc" />
      </div>
      <p role="status" className="sr-only">
        {t('switcher.results', { count: found.length })}
      </p>
      <ul id="switcher-list" role="listbox" aria-label={t('switcher.title')} className="scroll max-h-[50vh] p-1.5">
        {found.map((target, index) => (
          <li
            key={target.id}
            id={`jump-${target.id}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setActive(index)}
            onClick={() => take(target)}
            className={cx(
              'flex h-10 cursor-pointer items-center gap-3 rounded-control px-2.5 text-body pointer-coarse:h-11',
              index === at && 'bg-tint/9',
            )}
          >
            <Icon of={iconOf(target)} className="shrink-0 text-text-3" />
            <span className="truncate" dir="auto">
              {target.name}
            </span>
            <span className="ml-auto truncate pl-4 text-meta text-text-2" dir="auto">
              {target.aside}
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-3 pt-3 pb-7 text-center text-meta text-text-2">{t('switcher.none')}</p>}
    </>
  );
}

function iconOf(target: Target): LucideIcon {
  switch (target.kind) {
    case 'channel':
      return Hash;
    case 'server':
      return ServerIcon;
    case 'action':
      return target.id === 'create' ? Plus : target.id === 'discover' ? Compass : Keyboard;
  }
}
