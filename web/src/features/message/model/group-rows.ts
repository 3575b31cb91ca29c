import type { Entry } from './entries';
import { GROUP_WITHIN_MS } from './limits';

/** A line of the history: an entry, and what stands above it. */
export interface Row {
  readonly key: string;
  readonly entry: Entry;
  /** Whether it shows who wrote it: the first of a group. */
  readonly head: boolean;
  /** The day that begins here, as the instant of the message. */
  readonly day: string | null;
  /** Whether the unread line stands above. */
  readonly unread: boolean;
}

/**
 * Puts messages under heads and days.
 *
 * @param firstUnread the id of the first message that was not read when the channel was opened
 * @param dayOf names the day of an instant, where the reader is
 */
export function groupRows(
  entries: readonly Entry[],
  firstUnread: string | null,
  dayOf: (instant: string) => string,
): readonly Row[] {
  let before: Entry | undefined;
  return entries.map((entry) => {
    const { message } = entry;
    const newDay = before === undefined || dayOf(before.message.createdAt) !== dayOf(message.createdAt);
    const unread = message.id === firstUnread;
    const head =
      newDay ||
      unread ||
      message.replyTo !== undefined ||
      before === undefined ||
      before.message.author.id !== message.author.id ||
      before.message.author.displayName !== message.author.displayName ||
      Date.parse(message.createdAt) - Date.parse(before.message.createdAt) >= GROUP_WITHIN_MS;
    before = entry;
    const day = newDay ? message.createdAt : null;
    return { key: entry.key, entry, head, day, unread };
  });
}

/** The day on the wall where the reader is. */
export function localDay(instant: string): string {
  const date = new Date(instant);
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}
