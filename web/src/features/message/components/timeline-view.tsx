import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Virtualizer, type VirtualizerHandle } from 'virtua';
import type { Id } from '@/gateway/contract/ids';
import type { Author } from '@/gateway/contract/message';
import { timeOfDay, useLanguage, useText } from '@/shared/i18n';
import { ContextMenu } from '@/shared/ui/menu';
import { Icon } from '@/shared/ui/icon';
import type { Entry } from '../model/entries';
import type { Row } from '../model/group-rows';
import type { Shown } from '../model/use-rows';
import { ActionItems } from './action-items';
import { Announcer } from './announcer';
import { HistoryHead, HEAD_HEIGHT } from './history-head';
import { actionsFor, type Rights, type Verbs } from './message-actions';
import { MessageRow } from './message-row';

/** So near to an edge the next page is loaded, and so near to the end the view sticks to it. */
const LOAD_WITHIN = 1_400;
const STICKS_WITHIN = 60;

interface TimelineViewProps {
  readonly name: string;
  readonly shown: Shown;
  readonly me: Author;
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
  readonly rights: Rights;
  readonly verbs: Verbs;
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
  const { name, shown, me, hasBefore, hasAfter, rights, verbs, editing, target, onOpen, onMore, onPresent } = props;
  const { rows, prepended, generation } = shown;
  const t = useText();
  const language = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualizerHandle>(null);
  const sticks = useRef(true);
  const [away, setAway] = useState(false);
  const [lineAbove, setLineAbove] = useState(false);
  const [leftAt, setLeftAt] = useState<Id | null>(null);
  const [dwelt, setDwelt] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Row | null>(null);
  const [focused, setFocused] = useState<string | null>(null);

  const last = rows.at(-1);
  const firstUnread = rows.findIndex((row) => row.unread);
  const newBelow = leftAt === null ? 0 : rows.filter((row) => row.entry.message.id > leftAt && row.entry.message.author.id !== me.id).length;

  const toEnd = useCallback(() => {
    const box = scroller.current;
    if (box) list.current?.scrollTo(box.scrollHeight);
  }, []);

  const look = useEffectEvent(() => {
    const box = scroller.current;
    if (box === null || rows.length === 0) return;
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    sticks.current = below < STICKS_WITHIN && !hasAfter;
    setAway(below > box.clientHeight * 0.6 || hasAfter);
    setLeftAt((present) => (sticks.current ? null : (present ?? last?.entry.message.id ?? null)));
    if (box.scrollTop < LOAD_WITHIN && hasBefore) onMore('older');
    if (below < LOAD_WITHIN && hasAfter) onMore('newer');
    const line = firstUnread < 0 ? null : HEAD_HEIGHT + (list.current?.getItemOffset(firstUnread) ?? 0);
    setLineAbove(line !== null && line < box.scrollTop);
    if (sticks.current && document.hasFocus() && last?.entry.state === 'there') props.onSeen(last.entry.message.id);
  });

  const place = useEffectEvent(() => {
    const index = target === null ? -1 : rows.findIndex((row) => row.entry.message.id === target.id);
    if (index >= 0) {
      sticks.current = false;
      list.current?.scrollToIndex(index, { align: 'center' });
      setDwelt(rows[index]?.key ?? null);
    } else if (sticks.current) toEnd();
  });

  // A new stretch of history begins at its end, or at the message that was asked for.
  useLayoutEffect(() => {
    sticks.current = true;
    // Where things are on screen is known only here, after they were laid out.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    place();
  }, [generation]);

  useEffect(() => {
    const box = scroller.current;
    const onScroll = () => look();
    box?.addEventListener('scroll', onScroll, { passive: true });
    return () => box?.removeEventListener('scroll', onScroll);
  }, [generation]);

  useLayoutEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- as above
    if (target !== null) place();
  }, [target]);

  const sending = last?.entry.state === 'sending' ? last.key : null;
  useLayoutEffect(() => {
    // Whoever sends wants to see it.
    if (sending !== null) sticks.current = true;
  }, [sending]);

  useLayoutEffect(() => {
    if (sticks.current) toEnd();
    look();
  }, [rows, hasAfter, hasBefore, toEnd]);

  // Whatever changes a size, the composer that grows or colours that come, the end stays in view.
  useEffect(() => {
    const watch = new ResizeObserver(() => {
      if (sticks.current) toEnd();
    });
    if (scroller.current) watch.observe(scroller.current);
    if (content.current) watch.observe(content.current);
    return () => watch.disconnect();
  }, [toEnd]);

  useEffect(() => {
    const seen = () => look();
    addEventListener('focus', seen);
    return () => removeEventListener('focus', seen);
  }, []);

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
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'ArrowUp' && plain) focusRow(Math.max(0, at - 1));
    else if (event.key === 'ArrowDown' && plain) focusRow(Math.min(rows.length - 1, at + 1));
    else if (event.key === 'Home' && plain) focusRow(0);
    else if (event.key === 'End' && plain) focusRow(rows.length - 1);
    else if (row && plain) {
      const action = actionsFor(row.entry, rights).find((one) => keyOf(one.keys) === event.key.toLowerCase());
      if (action === undefined) return;
      verbs[action.verb](row.entry);
    } else return;
    event.preventDefault();
  };

  const kept = rows.findIndex((row) => row.key === focused || row.entry.message.id === editing);

  return (
    <div className="relative flex min-h-0 grow flex-col">
      <ContextMenu
        onOpenChange={(open) => !open && setChosen(null)}
        trigger={
          <div
            ref={scroller}
            role="region"
            tabIndex={0}
            aria-label={t('timeline.label', { name })}
            className="scroll flex min-h-0 grow flex-col outline-offset-[-2px] [overflow-anchor:none]"
            onKeyDown={pressed}
            onContextMenuCapture={(event) => {
              const row = rowOf(event.target, rows);
              if (row === undefined || wantsOwnMenu(event.target)) event.stopPropagation();
              else setChosen(row);
            }}
          />
        }
        content={
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
                  rights={rights}
                  verbs={verbs}
                  quoted={quotedBy(row.entry, rows)}
                  editing={row.entry.message.id === editing}
                  dwelt={row.key === dwelt}
                  chosen={row.key === chosen?.key}
                  onOpen={onOpen}
                  onEditEnd={props.onEditEnd}
                />
              )}
            </Virtualizer>
            <div className="h-4 shrink-0" />
          </div>
        }
      >
        {chosen && <ActionItems entry={chosen.entry} rights={rights} verbs={verbs} />}
      </ContextMenu>

      {lineAbove && firstUnread >= 0 && (
        <div className="absolute inset-x-0 top-2 z-10 flex justify-center px-4">
          <div className="flex h-8 items-center rounded-full bg-accent text-meta font-semibold text-accent-ink shadow-float">
            <button
              type="button"
              className="flex h-full items-center gap-1.5 rounded-l-full pr-2 pl-3 hover:bg-accent-strong"
              onClick={() => list.current?.scrollToIndex(firstUnread, { align: 'start', offset: -40 })}
            >
              <Icon of={ArrowUp} size={16} />
              {t('timeline.newSince', {
                count: rows.length - firstUnread,
                time: timeOfDay(language, new Date(rows[firstUnread]?.entry.message.createdAt ?? 0)),
              })}
            </button>
            <button
              type="button"
              aria-label={t('timeline.markRead')}
              className="grid h-full w-8 place-items-center rounded-r-full hover:bg-accent-strong"
              onClick={props.onMarkRead}
            >
              <Icon of={X} size={16} />
            </button>
          </div>
        </div>
      )}
      {away && (
        <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center px-4">
          <button
            type="button"
            className="pointer-events-auto flex h-8 items-center gap-1.5 rounded-full bg-surface-3 pr-3.5 pl-3 text-meta font-medium shadow-float hover:text-accent-text"
            onClick={() => {
              sticks.current = true;
              if (hasAfter) onPresent();
              else toEnd();
            }}
          >
            <Icon of={ArrowDown} size={16} className="text-accent-text" />
            {newBelow > 0 ? t('timeline.below', { count: newBelow }) : t('timeline.present')}
          </button>
        </div>
      )}
      <Announcer last={hasAfter ? undefined : last?.entry} me={me.id} />
    </div>
  );
}

const keyOf = (keys: string | undefined): string | undefined => (keys === 'Del' ? 'delete' : keys?.toLowerCase());

function rowElement(root: HTMLElement | null, key: string): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`) ?? null;
}

function rowOf(target: EventTarget, rows: readonly Row[]): Row | undefined {
  const key = target instanceof Element ? target.closest('[data-row]')?.getAttribute('data-row') : null;
  return rows.find((row) => row.key === key);
}

/** On a link, in a text box and over selected text the browser's own menu is the better one. */
function wantsOwnMenu(target: EventTarget): boolean {
  if (target instanceof Element && target.closest('a, textarea, input') !== null) return true;
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed;
}

function quotedBy(entry: Entry, rows: readonly Row[]) {
  const id = entry.message.replyTo;
  return id === undefined ? undefined : rows.find((row) => row.entry.message.id === id)?.entry.message;
}
