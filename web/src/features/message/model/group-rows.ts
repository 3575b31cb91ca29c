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

interface Grouping {
  /** The id of the first message that was not read when the channel was opened. */
  readonly firstUnread?: string | null;
  /** Whether nothing is before the first entry; else nobody knows yet whether its day begins there. */
  readonly begins: boolean;
  /** What was shown as the oldest once keeps its head, so that nothing changes its height when older ones come. */
  readonly seams?: readonly string[] | undefined;
  /** Names the day of an instant, where the reader is. */
  readonly dayOf: (instant: string) => string;
}

/** Puts messages under heads and days. */
export function groupRows(
  entries: readonly Entry[],
  { firstUnread = null, begins, seams = [], dayOf }: Grouping,
): readonly Row[] {
  const heads = new Set(seams);
  let before: Entry | undefined;
  return entries.map((entry) => {
    const { message } = entry;
    const newDay = before === undefined ? begins : dayOf(before.message.createdAt) !== dayOf(message.createdAt);
    const unread = message.id === firstUnread;
    const head =
      newDay ||
      unread ||
      heads.has(message.id) ||
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
