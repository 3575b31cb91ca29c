import { memo, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Author, Message } from '@/gateway/contract/message';
import { problemText } from '@/gateway/problem-text';
import { fullDateTime, timeOfDay, useLanguage, useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { cx } from '@/shared/ui/cx';
import { hint } from '@/shared/ui/hint';
import { later } from '@/shared/ui/later';
import type { MenuEntry } from '@/shared/ui/menu-entry';
import { Ink } from '@/shared/ui/role-colour';
import type { Row } from '../model/group-rows';
import { mentionsName } from '../model/markdown/mentions';
import { outbox } from '../model/outbox';
import { DayLine, UnreadLine } from './day-line';
import { Markdown } from './markdown/markdown';
import { isByUser, type Rights, type Verbs } from './message-actions';
import { MessageToolbar } from './message-toolbar';
import { ReplyQuote } from './reply-quote';

const EditBox = later(() => import('./edit-box'));

interface MessageRowProps {
  readonly row: Row;
  readonly username: string;
  /** That of the author's name, when their roles have one. */
  readonly colour: string | undefined;
  readonly rights: Rights;
  readonly verbs: Verbs;
  readonly acts: readonly MenuEntry[];
  readonly onPoint: ((author: Author) => void) | undefined;
  readonly quoted: Message | undefined;
  readonly editing: boolean;
  /** Somebody came here by a link or a jump. */
  readonly dwelt: boolean;
  /** Whether the menu of this row is open. */
  readonly chosen: boolean;
  readonly onOpen: (messageId: Id) => void;
  readonly onEditEnd: () => void;
}

const act = 'rounded-[4px] font-semibold underline underline-offset-2 pointer-coarse:h-11';

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { row, username, colour, rights, verbs, acts, onPoint, quoted, editing, dwelt, chosen, onOpen, onEditEnd } = props;
  const { message, state, problem } = row.entry;
  const t = useText();
  const language = useLanguage();
  const [over, setOver] = useState(false);
  const [menu, setMenu] = useState(false);
  const at = new Date(message.createdAt);
  const called =
    message.author.id !== rights.me && (message.mentions.includes(rights.me) || mentionsName(message.content, username));
  const author = (
    <Ink colour={colour} className="truncate font-semibold">
      {message.author.displayName}
    </Ink>
  );

  return (
    <>
      {row.day !== null && <DayLine instant={row.day} />}
      {row.unread && <UnreadLine />}
      <article
        tabIndex={-1}
        data-row={row.key}
        aria-label={`${message.author.displayName}, ${fullDateTime(language, at)}`}
        onPointerEnter={(event) => event.pointerType === 'mouse' && setOver(true)}
        onPointerLeave={() => setOver(false)}
        onFocus={() => setOver(true)}
        onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOver(false)}
        className={cx(
          'group/row relative pr-4 pl-[68px] outline-offset-[-2px] max-tablet:pr-3 max-tablet:pl-[60px]',
          row.head ? 'mt-3 pt-0.5 pb-[3px]' : 'py-[3px]',
          called && 'bg-mention/9 shadow-[inset_3px_0_0_var(--mention)]',
          !called && (over || menu || chosen) && 'bg-tint/3',
          dwelt && 'dwell',
        )}
      >
        {message.replyTo !== undefined && (
          <div className="relative mb-0.5 flex">
            <span
              aria-hidden
              className="absolute top-2.5 -left-[30px] h-3 w-6 rounded-tl-control border-t-2 border-l-2 border-tint/14"
            />
            <ReplyQuote channelId={message.channelId} messageId={message.replyTo} loaded={quoted} onOpen={onOpen} />
          </div>
        )}
        {row.head ? (
          <>
            <Avatar
              id={message.author.id}
              name={message.author.displayName}
              url={message.author.avatarUrl}
              size={36}
              className={cx('absolute left-4 max-tablet:left-3', message.replyTo === undefined ? 'top-1' : 'top-7')}
            />
            <header className="flex min-w-0 items-baseline gap-2">
              {isByUser(row.entry) ? (
                // Takes the avatar in. By keyboard the menu of the message leads there: a history has no other stops.
                <button
                  type="button"
                  tabIndex={-1}
                  data-author
                  aria-haspopup="dialog"
                  onClick={() => verbs.profile(row.entry)}
                  className={cx(
                    'min-w-0 truncate select-text underline-offset-2 hover:underline',
                    'after:absolute after:left-4 after:size-9 after:rounded-full max-tablet:after:left-3',
                    message.replyTo === undefined ? 'after:top-1' : 'after:top-7',
                  )}
                >
                  {author}
                </button>
              ) : (
                author
              )}
              {message.author.kind !== 'user' && (
                <span className="rounded-[4px] bg-tint/10 px-1 text-label font-medium text-text-2">{t('message.bot')}</span>
              )}
              <time dateTime={message.createdAt} title={fullDateTime(language, at)} className="shrink-0 text-label text-text-3">
                {timeOfDay(language, at)}
              </time>
            </header>
          </>
        ) : (
          <time
            dateTime={message.createdAt}
            title={fullDateTime(language, at)}
            className={cx(
              'absolute top-[6px] left-0 w-[58px] text-right text-label text-text-3 max-tablet:w-[50px]',
              over ? 'opacity-100' : 'opacity-0',
            )}
          >
            {timeOfDay(language, at)}
          </time>
        )}
        {editing ? (
          <EditBox message={message} onEnd={onEditEnd} />
        ) : (
          <div className={cx('max-w-[812px]', state !== 'there' && 'opacity-65')} aria-busy={state === 'sending' || undefined}>
            <Markdown
              content={message.content}
              username={username}
              tail={message.editedAt !== undefined && <Edited at={message.editedAt} />}
            />
          </div>
        )}
        {state === 'failed' && (
          <p className="flex flex-wrap items-center gap-x-3 text-meta text-danger-text" role="alert">
            <span>
              {t('message.failed')} {problem && problemText(t, problem)}
            </span>
            <span className="flex gap-2">
              <button type="button" className={act} onClick={() => outbox.retry(row.key)}>
                {t('app.retry')}
              </button>
              <span aria-hidden className="self-center">
                ·
              </span>
              <button type="button" className={act} onClick={() => outbox.discard(row.key)}>
                {t('message.discard')}
              </button>
            </span>
          </p>
        )}
        {(over || menu) && state === 'there' && !editing && (
          <MessageToolbar entry={row.entry} rights={rights} verbs={verbs} acts={acts} onMenu={setMenu} onPoint={onPoint} />
        )}
      </article>
    </>
  );
});

function Edited({ at }: { at: string }) {
  const t = useText();
  const language = useLanguage();
  return (
    <span
      className="text-label whitespace-nowrap text-text-3"
      {...hint(t('message.editedAt', { time: fullDateTime(language, new Date(at)) }))}
    >
      {' '}
      {t('message.edited')}
    </span>
  );
}
