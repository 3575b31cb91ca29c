import { useEffect, useState, type KeyboardEvent } from 'react';
import { Virtualizer } from 'virtua';
import type { Id } from '@/gateway/contract/ids';
import type { Author } from '@/gateway/contract/message';
import { useContextMenu } from '@/shared/hooks/use-context-menu';
import { useText } from '@/shared/i18n';
import { ContextMenu } from '@/shared/ui/menu';
import type { Entry } from '../model/entries';
import type { Row } from '../model/group-rows';
import type { Shown } from '../model/use-rows';
import { Announcer } from './announcer';
import { HistoryHead, HEAD_HEIGHT } from './history-head';
import { actionsFor, actsOn, entriesFor, type AuthorActs, type Rights, type Verbs } from './message-actions';
import { MessageRow } from './message-row';
import { NewSincePill, PresentPill } from './timeline-pills';
import { useScroll } from './use-scroll';

interface TimelineViewProps {
  readonly name: string;
  readonly shown: Shown;
  readonly me: Author;
  /** The colour of someone's name, by their roles. */
  readonly colourOf: (userId: Id) => string | undefined;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
  readonly rights: Rights;
  readonly verbs: Verbs;
  readonly acts: AuthorActs | undefined;
  readonly onPoint: ((author: Author) => void) | undefined;
  readonly editing: Id | null;
  /** The message that an address or a jump asks for; a new object asks again. */
  readonly target: { readonly id: Id } | null;
  readonly onEditEnd: () => void;
  readonly onOpen: (messageId: Id) => void;
  readonly onMore: (edge: 'older' | 'newer') => void;
  readonly onPresent: () => void;
  /** The end is in view of somebody. */
  readonly onSeen: (messageId: Id) => void;
  /** The unread line has done its work. */
  readonly onMarkRead: () => void;
}

export function TimelineView(props: TimelineViewProps) {
  const { name, shown, me, hasBefore, hasAfter, rights, verbs, acts, onPoint, editing, onOpen, onPresent } = props;
  const { rows, prepended, generation } = shown;
  const t = useText();
  const { scroller, content, list, away, lineAbove, leftAt, dwelt, toEnd } = useScroll(props);
  const [focused, setFocused] = useState<string | null>(null);
  const menu = useContextMenu((target) => (wantsOwnMenu(target) ? undefined : rowOf(target, rows)));

  const pointedAt = menu.item?.entry.message.author;
  useEffect(() => {
    if (pointedAt) onPoint?.(pointedAt);
  }, [pointedAt, onPoint]);

  const firstUnread = rows.findIndex((row) => row.unread);
  const unread = rows[firstUnread];
  const newBelow =
    leftAt === null ? 0 : rows.filter(({ entry: { message } }) => message.id > leftAt && message.author.id !== me.id).length;

  const focusRow = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    setFocused(row.key);
    list.current?.scrollToIndex(index, { align: 'nearest' });
    requestAnimationFrame(() => rowElement(scroller.current, row.key)?.focus({ preventScroll: true }));
  };

  const pressed = (event: KeyboardEvent<HTMLDivElement>) => {
    const key = event.target instanceof HTMLElement ? event.target.getAttribute('data-row') : null;
    if (key === null && event.target !== event.currentTarget) return;
    const at = key === null ? rows.length : rows.findIndex((row) => row.key === key);
    const row = rows[at];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowUp') focusRow(Math.max(0, at - 1));
    else if (event.key === 'ArrowDown') focusRow(Math.min(rows.length - 1, at + 1));
    else if (event.key === 'Home') focusRow(0);
    else if (event.key === 'End') focusRow(rows.length - 1);
    else {
      const action = row && actionsFor(row.entry, rights).find((one) => keyOf(one.keys) === event.key.toLowerCase());
      if (row === undefined || action === undefined) return;
      verbs[action.verb](row.entry);
    }
    event.preventDefault();
  };

  const kept = rows.findIndex((row) => row.key === focused || row.entry.message.id === editing);

  return (
    <div className="relative flex min-h-0 grow flex-col">
      <div
        ref={scroller}
        role="region"
        tabIndex={0}
        aria-label={t('timeline.label', { name })}
        className="scroll flex min-h-0 grow flex-col outline-offset-[-2px] [overflow-anchor:none] [-webkit-touch-callout:none]"
        onKeyDown={pressed}
        {...menu.handlers}
      >
        <div ref={content} className="flex min-h-full shrink-0 flex-col">
          <div className="grow" />
          <HistoryHead name={name} begins={!hasBefore} />
          <Virtualizer
            key={generation}
            ref={list}
            data={rows}
            as="ol"
            item="li"
            scrollRef={scroller}
            startMargin={HEAD_HEIGHT}
            shift={prepended}
            bufferSize={600}
            keepMounted={kept >= 0 ? [kept] : []}
          >
            {(row) => (
              <MessageRow
                key={row.key}
                row={row}
                username={me.username}
                colour={props.colourOf(row.entry.message.author.id)}
                rights={rights}
                verbs={verbs}
                acts={actsOn(acts, row.entry)}
                onPoint={onPoint}
                quoted={quotedBy(row.entry, rows)}
                editing={row.entry.message.id === editing}
                dwelt={row.key === dwelt}
                chosen={row.key === menu.item?.key}
                onOpen={onOpen}
                onEditEnd={props.onEditEnd}
              />
            )}
          </Virtualizer>
          <div className="h-4 shrink-0" />
        </div>
      </div>
      <ContextMenu
        label={t('message.actions')}
        at={menu.at}
        entries={menu.item ? entriesFor(t, menu.item.entry, rights, verbs, actsOn(acts, menu.item.entry)) : []}
        onClose={menu.close}
      />
      {lineAbove && unread && (
        <NewSincePill
          count={rows.length - firstUnread}
          since={unread.entry.message.createdAt}
          onGo={() => list.current?.scrollToIndex(firstUnread, { align: 'start', offset: -40 })}
          onMarkRead={props.onMarkRead}
        />
      )}
      {away && <PresentPill count={newBelow} onGo={hasAfter ? onPresent : toEnd} />}
      <Announcer last={hasAfter ? undefined : rows.at(-1)?.entry} me={me.id} />
    </div>
  );
}

const keyOf = (keys: string | undefined): string | undefined => (keys === 'Del' ? 'delete' : keys?.toLowerCase());

function rowElement(root: HTMLElement | null, key: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
}

function rowOf(target: Element, rows: readonly Row[]): Row | undefined {
  const key = target.closest('[data-row]')?.getAttribute('data-row');
  return rows.find((row) => row.key === key);
}

/** On a link, in a text box and over selected text the browser's own menu is the better one. */
function wantsOwnMenu(target: Element): boolean {
  if (target.closest('a, textarea, input') !== null) return true;
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed;
}

function quotedBy(entry: Entry, rows: readonly Row[]) {
  const id = entry.message.replyTo;
  return id === undefined ? undefined : rows.find((row) => row.entry.message.id === id)?.entry.message;
}
