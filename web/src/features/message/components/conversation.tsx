import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Author, Message } from '@/gateway/contract/message';
import type { Channel } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { copyText } from '@/shared/model/clipboard';
import { Delayed } from '@/shared/ui/delayed';
import { Failure } from '@/shared/ui/failure';
import { toast } from '@/shared/ui/toasts';
import { deleteSoon } from '../model/deletions';
import type { Entry } from '../model/entries';
import { useRows } from '../model/use-rows';
import { useTimeline } from '../model/use-timeline';
import { Composer } from './composer';
import { MessageSkeletons } from './history-head';
import type { AuthorActs, Rights, Verbs } from './message-actions';
import { ReadOnly } from './read-only';
import { TimelineView } from './timeline-view';

interface ConversationProps {
  readonly channel: Channel;
  readonly me: Author;
  /** The last message that was read when the channel was opened; null when all was. */
  readonly readUpTo: Id | null;
  /** The message that the address names. */
  readonly messageId: Id | null;
  readonly linkOf: (messageId: Id) => string;
  readonly onOpen: (messageId: Id) => void;
  readonly onPresent: () => void;
  readonly onSeen: (messageId: Id) => void;
  readonly nameOf: (userId: Id) => string | undefined;
  /** The end of one's own time-out (ISO 8601). */
  readonly silentUntil?: string | undefined;
  /** Until when one is limited because one is new (ISO 8601). */
  readonly newUntil?: string | undefined;
  readonly colourOf: (userId: Id) => string | undefined;
  readonly onReport: (message: Message) => void;
  /** @param anchor where who wrote it stands */
  readonly onAuthor: (authorId: Id, anchor: Element) => void;
  /** What can be done with the author of the message that is pointed at, once it is known. */
  readonly acts?: AuthorActs | undefined;
  readonly onPoint?: ((author: Author) => void) | undefined;
}

/** The messages of a channel and where one writes. One per channel: give it the channel's id as its key. */
export function Conversation(props: ConversationProps) {
  const { channel, me, messageId, linkOf, onOpen, onPresent, onSeen, nameOf, onReport, onAuthor } = props;
  const t = useText();
  const { query, failed, loadMore, goTo, goToPresent } = useTimeline(channel.id);
  const timeline = query.data;
  const [line, setLine] = useState(props.readUpTo);
  const [replyTo, setReplyTo] = useState<Entry | null>(null);
  const [editing, setEditing] = useState<Id | null>(null);
  const composer = useRef<HTMLTextAreaElement>(null);
  const [target, setTarget] = useState<{ readonly id: Id } | null>(null);

  const waiting = timeline === undefined;
  const firstUnread = useMemo(
    () => (line === null ? null : (timeline?.items.find((item) => item.id > line && item.author.id !== me.id)?.id ?? null)),
    // The line stays where it was when the channel was opened or the history was loaded anew.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [line, me.id, waiting, timeline?.hasAfter],
  );
  const shown = useRows(timeline, channel.id, me, firstUnread);

  const loaded = timeline !== undefined;
  useEffect(() => {
    if (messageId === null || !loaded) return;
    let wanted = true;
    goTo(messageId).then(
      (found) => {
        if (!wanted) return;
        if (found) setTarget({ id: messageId });
        else toast(t('timeline.gone'));
      },
      (error: unknown) => wanted && toast(problemText(t, error), { tone: 'danger' }),
    );
    return () => {
      wanted = false;
    };
  }, [messageId, loaded, goTo, t]);

  const rights: Rights = useMemo(
    () => ({
      me: me.id,
      canSend: channel.permissions.includes('SEND_MESSAGES'),
      canManage: channel.permissions.includes('MANAGE_MESSAGES'),
    }),
    [me.id, channel.permissions],
  );

  const verbs: Verbs = useMemo(
    () => ({
      reply: setReplyTo,
      edit: (entry) => setEditing(entry.message.id),
      remove: ({ message }) => {
        const undo = deleteSoon(message.id, (error) =>
          toast(`${t('message.deleteFailed')} ${problemText(t, error)}`, { tone: 'danger' }),
        );
        toast(t('message.deleted'), { action: { label: t('app.undo'), run: undo } });
      },
      report: ({ message }) => onReport(message),
      profile: ({ key, message }) => {
        const row = document.querySelector(`[data-row="${CSS.escape(key)}"]`);
        const anchor = row?.querySelector('[data-author]') ?? row?.querySelector('time');
        if (anchor) onAuthor(message.author.id, anchor);
      },
      copyText: ({ message }) => void copyText(message.content).then((done) => done && toast(t('app.copied'))),
      copyLink: ({ message }) =>
        void copyText(location.origin + linkOf(message.id)).then((done) => done && toast(t('app.copied'))),
    }),
    [t, linkOf, onReport, onAuthor],
  );

  const toPresent = useCallback(() => {
    setTarget(null);
    onPresent();
    goToPresent().catch((error: unknown) => toast(problemText(t, error), { tone: 'danger' }));
  }, [goToPresent, onPresent, t]);

  const leave = () => {
    setLine(null);
    toPresent();
  };

  const escaped = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || isInOverlay(event.target)) return;
    leave();
    composer.current?.focus();
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => escaped(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  const editLast = () => {
    const mine = shown.rows.findLast((row) => row.entry.message.author.id === me.id && row.entry.state === 'there');
    if (mine) setEditing(mine.entry.message.id);
  };

  if (timeline === undefined) {
    return query.isError ? (
      <Failure title={t('timeline.error')} body={problemText(t, query.error)} onRetry={() => void query.refetch()} />
    ) : (
      <div className="flex grow flex-col justify-end overflow-hidden pb-16">
        <Delayed>
          <MessageSkeletons count={9} />
        </Delayed>
      </div>
    );
  }

  return (
    <>
      <TimelineView
        name={channel.name}
        shown={shown}
        colourOf={props.colourOf}
        me={me}
        hasBefore={timeline.hasBefore}
        hasAfter={timeline.hasAfter}
        rights={rights}
        verbs={verbs}
        acts={props.acts}
        onPoint={props.onPoint}
        editing={editing}
        target={target}
        onEditEnd={() => setEditing(null)}
        onOpen={onOpen}
        onMore={(edge) => void loadMore(edge)}
        onPresent={toPresent}
        onSeen={onSeen}
        onMarkRead={() => setLine(null)}
      />
      {failed !== null && (
        <p role="alert" className="flex justify-center gap-2 py-1 text-meta text-danger-text">
          {t('timeline.moreError')}
          <button type="button" className="font-semibold underline" onClick={() => void loadMore(failed)}>
            {t('app.retry')}
          </button>
        </p>
      )}
      {rights.canSend ? (
        <Composer
          newUntil={props.newUntil}
          channel={channel}
          me={me.id}
          replyTo={replyTo}
          onReplyEnd={() => setReplyTo(null)}
          onSent={toPresent}
          onEditLast={editLast}
          onEscape={leave}
          nameOf={nameOf}
          box={composer}
        />
      ) : (
        <ReadOnly silentUntil={props.silentUntil} />
      )}
    </>
  );
}

/** What is open over the page hears Esc itself. */
const isInOverlay = (target: EventTarget | null): boolean =>
  document.querySelector('[role=dialog], [role=menu]') !== null ||
  (target instanceof Element && target.closest('input, textarea, [role=menu]') !== null);
