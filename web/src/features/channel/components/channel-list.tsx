import { ChevronDown, Hash, Lock, MessagesSquare, Plus, Volume2 } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { Link, useLocation } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import type { Channel, Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useContextMenu } from '@/shared/hooks/use-context-menu';
import { useText, type Translate } from '@/shared/i18n';
import { usePhone } from '@/shared/hooks/use-media';
import { paths } from '@/shared/model/paths';
import { useStore } from '@/shared/model/store';
import { Button } from '@/shared/ui/button';
import { cx } from '@/shared/ui/cx';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { IconButton } from '@/shared/ui/icon-button';
import { ContextMenu } from '@/shared/ui/menu';
import { arranged, stepOf, type Placement } from '../model/arrange';
import { sectionsOf, type Section } from '../model/channel-tree';
import { collapsed } from '../model/collapsed';
import { useChannels } from '../model/use-channels';
import { useDeleteChannel } from '../model/use-delete-channel';
import { useMoveChannel } from '../model/use-move-channel';
import { channelEntries, type Steps } from './channel-entries';
import { useChannelDrag, type Landing } from './use-channel-drag';

const noAct = { onSettings: () => undefined, onDelete: () => undefined };

export interface UnreadState {
  readonly unread: boolean;
  readonly count: number;
}

interface ChannelListProps {
  readonly server: Server;
  readonly current: Id | null;
  readonly unreadOf: (channelId: Id) => UnreadState;
  readonly onCreate: (parentId: Id | null) => void;
  readonly onRead: (channelId: Id) => void;
}

/** The channels of a server, folder by folder. */
export function ChannelList({ server, current, unreadOf, onCreate, onRead }: ChannelListProps) {
  const t = useText();
  const phone = usePhone();
  const [, navigate] = useLocation();
  const deleteNow = useDeleteChannel();
  const { data, error, isError, isPending, refetch } = useChannels(server.id);
  const channels = data?.items ?? [];
  const { mutate: move } = useMoveChannel(server.id);
  const [told, setTold] = useState('');
  const place = (channel: Channel, placement: Placement) => {
    move({ channelId: channel.id, placement });
    setTold(whereText(t, arranged(channels, channel.id, placement), channel));
  };
  const drag = useChannelDrag(channels, place);
  const stepsOf = (channel: Channel): Steps => {
    const up = stepOf(channels, channel, 'up');
    const down = stepOf(channels, channel, 'down');
    return { ...(up && { up: () => place(channel, up) }), ...(down && { down: () => place(channel, down) }) };
  };
  const menu = useContextMenu((target) => {
    const id = target.closest('[data-channel]')?.getAttribute('data-channel');
    const channel = data?.items.find((one) => one.id === id);
    return channel && channelEntries(t, channel, noAct).length > 0 ? channel : undefined;
  });
  const entriesOf = (channel: Channel) =>
    channelEntries(
      t,
      channel,
      {
        onSettings: () => navigate(paths.channelSettings(channel.serverId, channel.id)),
        onDelete: () => deleteNow(channel),
      },
      onRead,
      stepsOf(channel),
    );
  const manages = server.permissions.includes('MANAGE_CHANNELS');

  if (isPending) {
    return (
      <Delayed>
        <div role="status" aria-label={t('app.loading')} className="grid gap-3 p-4">
          {[70, 55, 80, 45, 65].map((width) => (
            <span key={width} className="skeleton h-4" style={{ width: `${width}%` }} />
          ))}
        </div>
      </Delayed>
    );
  }
  if (isError) return <Failure title={t('channel.missing')} body={problemText(t, error)} onRetry={() => void refetch()} />;
  const sections = sectionsOf(data.items);
  if (sections.length === 0) {
    // Beside the open place it is that place which says so.
    if (!phone) return <div className="grow" />;
    return (
      <Empty icon={MessagesSquare} title={t('channel.none')} body={t(manages ? 'channel.noneHint' : 'channel.noneMember')}>
        {manages && <Button onClick={() => onCreate(null)}>{t('channel.create')}</Button>}
      </Empty>
    );
  }
  return (
    <nav
      aria-label={t('channel.list')}
      className="scroll grow px-2 pt-2 pb-4 [-webkit-touch-callout:none]"
      {...menu.handlers}
      {...drag.handlers}
      onKeyDown={(event) => {
        const direction = directionOf(event);
        const id = event.target instanceof Element ? event.target.closest('[data-channel]')?.getAttribute('data-channel') : null;
        const channel = channels.find((one) => one.id === id);
        if (direction === null || channel === undefined || !channel.permissions.includes('MANAGE_CHANNELS')) return;
        event.preventDefault();
        stepsOf(channel)[direction]?.();
      }}
    >
      <p role="status" className="sr-only">
        {told}
      </p>
      {sections.map((section) => (
        <SectionList
          key={section.folder?.id ?? 'loose'}
          section={section}
          current={current}
          unreadOf={unreadOf}
          onCreate={manages ? onCreate : null}
          dragged={drag.dragged}
          landing={drag.landing}
        />
      ))}
      <ContextMenu
        label={t('channel.menu', { name: menu.item?.name ?? '' })}
        at={menu.at}
        entries={menu.item ? entriesOf(menu.item) : []}
        onClose={menu.close}
      />
    </nav>
  );
}

interface SectionListProps {
  readonly section: Section;
  readonly current: Id | null;
  readonly unreadOf: (channelId: Id) => UnreadState;
  readonly onCreate: ((parentId: Id | null) => void) | null;
  readonly dragged: Id | null;
  readonly landing: Landing | null;
}

/** Ctrl or ⌘ with Shift: the arrows alone scroll, and with Alt they go to the next channel. */
function directionOf(event: KeyboardEvent): 'up' | 'down' | null {
  if (!event.shiftKey || !(event.ctrlKey || event.metaKey)) return null;
  return event.key === 'ArrowUp' ? 'up' : event.key === 'ArrowDown' ? 'down' : null;
}

/** Where a channel stands now, for who cannot see it. */
function whereText(t: Translate, channels: readonly Channel[], { id, name, type }: Channel): string {
  const sections = sectionsOf(channels);
  const folders = sections.flatMap(({ folder }) => folder ?? []);
  const section = sections.find((one) => one.channels.some((channel) => channel.id === id));
  const among = type === 'folder' ? folders : (section?.channels ?? []);
  const where = { name, place: among.findIndex((one) => one.id === id) + 1, count: among.length };
  const folder = type === 'folder' ? null : section?.folder;
  return folder ? t('channel.movedIn', { ...where, folder: folder.name }) : t('channel.moved', where);
}

/** A line where what is dragged would land. */
const landingLine = (landing: Landing | null, id: Id): string | undefined =>
  landing?.id !== id
    ? undefined
    : landing.edge === 'into'
      ? 'ring-2 ring-accent-strong ring-inset'
      : landing.edge === 'before'
        ? 'shadow-[inset_0_2px_0_var(--color-accent-strong)]'
        : 'shadow-[inset_0_-2px_0_var(--color-accent-strong)]';

function SectionList({ section: { folder, channels }, current, unreadOf, onCreate, dragged, landing }: SectionListProps) {
  const t = useText();
  const closed = useStore(collapsed.store, (ids) => folder !== null && ids.includes(folder.id));
  // A closed folder still shows where one is and what is new.
  const shown = closed ? channels.filter((one) => one.id === current || unreadOf(one.id).unread) : channels;
  return (
    <section className={folder === null ? undefined : 'pt-3'}>
      {folder !== null && (
        <div
          data-channel={folder.id}
          draggable={folder.permissions.includes('MANAGE_CHANNELS')}
          className={cx(
            'group/folder flex h-7 items-center pointer-coarse:h-11 rounded-control pr-0.5 text-text-3 hover:text-text-1',
            dragged === folder.id && 'opacity-50',
            landingLine(landing, folder.id),
          )}
        >
          <button
            type="button"
            aria-expanded={!closed}
            onClick={() => collapsed.toggle(folder.id)}
            className="flex h-full min-w-0 grow items-center gap-1 rounded-control pl-0.5 text-left text-label font-medium"
          >
            <Icon of={ChevronDown} size={14} className={cx('shrink-0 transition-transform', closed && '-rotate-90')} />
            <span className="truncate" dir="auto">
              {folder.name}
            </span>
            {folder.private && <Icon of={Lock} size={12} className="shrink-0" />}
          </button>
          {onCreate && (
            <IconButton
              icon={Plus}
              size="small"
              label={t('channel.createIn', { name: folder.name })}
              className="size-6! opacity-0 group-hover/folder:opacity-100 focus-visible:opacity-100 pointer-coarse:size-11! pointer-coarse:opacity-100"
              onClick={() => onCreate(folder.id)}
            />
          )}
        </div>
      )}
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-px">
        {shown.map((channel) => (
          <li
            key={channel.id}
            draggable={channel.permissions.includes('MANAGE_CHANNELS')}
            data-channel={channel.id}
            className={cx('rounded-control', dragged === channel.id && 'opacity-50', landingLine(landing, channel.id))}
          >
            {channel.type === 'voice' ? (
              <VoiceItem channel={channel} />
            ) : (
              <TextItem channel={channel} active={channel.id === current} state={unreadOf(channel.id)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const item =
  'relative flex h-8 w-full items-center gap-2 rounded-control px-2 text-left transition-colors pointer-coarse:h-11';

function TextItem({ channel, active, state }: { channel: Channel; active: boolean; state: UnreadState }) {
  const t = useText();
  const unread = state.unread && !active;
  return (
    <Link
      href={paths.channel(channel.serverId, channel.id)}
      aria-current={active ? 'page' : undefined}
      aria-label={unread ? t('channel.unread', { name: channel.name, count: state.count }) : undefined}
      data-channel={channel.id}
      className={cx(
        item,
        active
          ? 'bg-tint/10 font-medium text-text-1'
          : unread
            ? 'font-semibold text-text-1 hover:bg-tint/5'
            : 'text-text-2 hover:bg-tint/5 hover:text-text-1',
      )}
    >
      <Icon of={channel.private ? Lock : Hash} className="shrink-0 text-text-3" />
      <span className="min-w-0 grow truncate" dir="auto">
        {channel.name}
      </span>
      {unread &&
        (state.count > 0 ? (
          <span className="tabular min-w-5 rounded-full bg-accent px-1.5 text-center text-label font-semibold text-accent-ink">
            {state.count > 99 ? '99+' : state.count}
          </span>
        ) : (
          <span aria-hidden className="mr-1.5 size-2 rounded-full bg-accent" />
        ))}
    </Link>
  );
}

function VoiceItem({ channel }: { channel: Channel }) {
  const t = useText();
  const [told, setTold] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-disabled
        data-channel={channel.id}
        onClick={() => setTold(!told)}
        className={cx(item, 'text-text-3 hover:bg-tint/5')}
        {...hint(t('channel.voiceNote'), { side: 'right' })}
      >
        <Icon of={Volume2} className="shrink-0" />
        <span className="min-w-0 grow truncate" dir="auto">
          {channel.name}
        </span>
      </button>
      {told && (
        <p role="status" className="px-2 pb-1 text-label text-text-3">
          {t('channel.voiceNote')}
        </p>
      )}
    </>
  );
}
