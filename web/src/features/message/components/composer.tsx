import { SendHorizontal, X } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import { timeLeft, useLanguage, useText } from '@/shared/i18n';
import { useAhead } from '@/shared/hooks/use-ahead';
import { usePhone } from '@/shared/hooks/use-media';
import { cx } from '@/shared/ui/cx';
import { IconButton } from '@/shared/ui/icon-button';
import { signalTyping } from '../api/signal-typing';
import { drafts } from '../model/drafts';
import type { Entry } from '../model/entries';
import { formatted, type Mark } from '../model/formatting';
import { COUNTDOWN_FROM, MOST_CHARACTERS, TYPING_EVERY_MS } from '../model/limits';
import { outbox } from '../model/outbox';
import { isSlow, slowMode, useSecondsLeft } from '../model/slow-mode';
import { GrowingText } from './growing-text';
import { TypingLine } from './typing-line';

interface ComposerProps {
  readonly channel: Channel;
  readonly me: Id;
  readonly replyTo: Entry | null;
  readonly onReplyEnd: () => void;
  readonly onSent: () => void;
  readonly onEditLast: () => void;
  readonly onEscape: () => void;
  readonly nameOf: (userId: Id) => string | undefined;
  /** Until when one is limited because one is new (ISO 8601). */
  readonly newUntil: string | undefined;
  readonly box: RefObject<HTMLTextAreaElement | null>;
}

const marks: Record<string, Mark> = { b: '**', i: '_', e: '`' };

/** Where one writes. One per channel: give it the channel's id as its key. */
export function Composer(props: ComposerProps) {
  const { channel, me, replyTo, onReplyEnd, onSent, onEditLast, onEscape, nameOf, newUntil, box } = props;
  const t = useText();
  const language = useLanguage();
  const isNew = useAhead(newUntil);
  const phone = usePhone();
  const noteId = useId();
  const [text, setText] = useState(() => drafts.read(channel.id));
  const signalled = useRef(0);

  const left = MOST_CHARACTERS - text.length;
  const wait = useSecondsLeft(channel);
  const ready = text.trim() !== '' && left >= 0 && wait === 0;

  useEffect(() => drafts.write(channel.id, text), [channel.id, text]);

  useEffect(() => {
    // On a phone the keyboard would cover what one came to read.
    if (!phone || replyTo !== null) box.current?.focus();
  }, [phone, replyTo, box]);

  useEffect(() => {
    const typed = (event: globalThis.KeyboardEvent) => {
      if (startsWriting(event)) box.current?.focus();
    };
    addEventListener('keydown', typed);
    return () => removeEventListener('keydown', typed);
  }, [box]);

  const change = (next: string) => {
    setText(next);
    const now = Date.now();
    if (next.trim() !== '' && now - signalled.current > TYPING_EVERY_MS) {
      signalled.current = now;
      // A signal is worth nothing a moment later: one that is lost is not sent again.
      signalTyping(channel.id).catch(() => undefined);
    }
  };

  const send = () => {
    if (!ready) return;
    outbox.send(channel.id, { content: text.trim(), ...(replyTo === null ? {} : { replyTo: replyTo.message.id }) });
    if (isSlow(channel)) slowMode.wait(channel.id, channel.slowMode * 1_000);
    setText('');
    signalled.current = 0;
    onReplyEnd();
    onSent();
  };

  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    const mark = event.ctrlKey || event.metaKey ? marks[event.key.toLowerCase()] : undefined;
    if (event.key === 'Enter' && !event.shiftKey && !phone) {
      event.preventDefault();
      send();
    } else if (event.key === 'ArrowUp' && text === '') {
      event.preventDefault();
      onEditLast();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      if (replyTo === null) onEscape();
      else onReplyEnd();
    } else if (mark !== undefined && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      const { selectionStart, selectionEnd } = event.currentTarget;
      const next = formatted(text, selectionStart, selectionEnd, mark);
      setText(next.text);
      requestAnimationFrame(() => box.current?.setSelectionRange(next.start, next.end));
    }
  };

  return (
    <div className="shrink-0 px-4 max-tablet:px-3 max-tablet:pb-[env(safe-area-inset-bottom)]">
      <div className="rounded-card bg-surface-3 ring-1 ring-tint/12 transition-shadow focus-within:ring-tint/28">
        {replyTo !== null && (
          <div className="flex items-center gap-2 border-b border-line py-1 pr-1 pl-3.5 text-meta text-text-2">
            <span className="min-w-0 grow truncate">
              {t('composer.replying', { author: replyTo.message.author.displayName })}
            </span>
            <IconButton icon={X} label={t('composer.stopReply')} size="small" keys="Esc" onClick={onReplyEnd} />
          </div>
        )}
        <div className="flex items-end gap-1 p-1">
          <GrowingText
            ref={box}
            value={text}
            onChange={change}
            onKeyDown={pressed}
            label={t('composer.placeholder', { name: channel.name })}
            placeholder={t('composer.placeholder', { name: channel.name })}
            describedBy={noteId}
            className="min-w-0 grow px-2.5 py-[7px] placeholder:truncate pointer-coarse:py-[13px]"
          />
          <IconButton
            icon={SendHorizontal}
            label={t('composer.send')}
            keys="Enter"
            disabled={!ready}
            onClick={send}
            onPointerDown={(event) => event.preventDefault()}
            className={cx('m-0.5', ready && 'bg-accent text-accent-ink hover:bg-accent-strong hover:text-accent-ink')}
          />
        </div>
      </div>
      <div className="flex h-7 items-center gap-3 px-1">
        <TypingLine channelId={channel.id} me={me} nameOf={nameOf} />
        <span
          id={noteId}
          className={cx('tabular shrink-0 text-label', left < 0 ? 'font-medium text-danger-text' : 'text-text-3')}
        >
          {left < 0
            ? t('composer.over', { count: -left })
            : left <= COUNTDOWN_FROM
              ? t('composer.left', { count: left })
              : wait > 0
                ? t('composer.slow', { time: clockOf(wait) })
                : isNew && newUntil !== undefined
                  ? t('composer.newUntil', { when: timeLeft(language, new Date(newUntil), new Date()) })
                  : text.length > 0 && !phone && t('composer.hint')}
        </span>
      </div>
    </div>
  );
}

/** 9, 1:05 or 5:59:59. */
function clockOf(seconds: number): string {
  const parts = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60];
  const first = parts.findIndex((part) => part > 0);
  return parts
    .slice(first)
    .map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':');
}

/** A letter typed while nothing that takes text is in focus begins a message. */
function startsWriting(event: globalThis.KeyboardEvent): boolean {
  if (event.key.length !== 1 || event.key === ' ' || event.key === '?' || event.defaultPrevented) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const focused = document.activeElement;
  return focused === null || focused === document.body;
}
