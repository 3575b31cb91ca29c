import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import type { Message } from '@/gateway/contract/message';
import { useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { findMessage } from '../api/find-message';
import { plainLine } from '../model/markdown/text-of';

interface ReplyQuoteProps {
  readonly channelId: Id;
  readonly messageId: Id;
  /** The message when the timeline has it. */
  readonly loaded: Message | undefined;
  readonly onOpen: (messageId: Id) => void;
}

/** One line of what a message answers; a press goes there. */
export function ReplyQuote({ channelId, messageId, loaded, onOpen }: ReplyQuoteProps) {
  const t = useText();
  const query = useQuery({
    queryKey: ['quoted', channelId, messageId],
    queryFn: ({ signal }) => findMessage(channelId, messageId, signal),
    enabled: loaded === undefined,
    staleTime: 60_000,
  });
  const message = loaded ?? query.data;
  const line = 'flex h-5 min-w-0 max-w-full items-center gap-1.5 text-meta text-text-3';
  if (message === null || (message === undefined && query.isError)) {
    return <p className={`${line} italic`}>{t('message.replyGone')}</p>;
  }
  if (message === undefined) return <p className={line} />;
  const text = plainLine(message.content);
  return (
    <button
      type="button"
      className={`${line} rounded-[4px] text-left hover:text-text-1`}
      aria-label={t('message.replyTo', { author: message.author.displayName, text })}
      onClick={() => onOpen(messageId)}
    >
      <Avatar
        id={message.author.id}
        name={message.author.displayName}
        url={message.author.avatarUrl}
        size={20}
        className="scale-80"
      />
      <span className="max-w-40 shrink-0 truncate font-medium text-text-2">{message.author.displayName}</span>
      <span className="truncate" dir="auto">
        {text}
      </span>
    </button>
  );
}
