import type { Author, Message } from '@/gateway/contract/message';
import type { Problem } from '@/gateway/http/problem';
import type { Outgoing } from './outbox';

/** A message as it is shown: one of the timeline, or one on its way. */
export interface Entry {
  readonly key: string;
  readonly message: Message;
  readonly state: 'there' | 'sending' | 'failed';
  readonly problem?: Problem | undefined;
}

const known = new WeakMap<Message, Entry>();
const underway = new WeakMap<Outgoing, Entry>();

/**
 * The timeline and, after it, what is on its way. A message that both have is shown once. The same input gives the
 * same objects, so that rows that did not change are not drawn again.
 *
 * @param keyOf the row's key for a message
 * @param hidden ids that are about to be deleted
 */
export function entriesOf(
  items: readonly Message[],
  outgoing: readonly Outgoing[],
  me: Author,
  keyOf: (id: string) => string,
  hidden: ReadonlySet<string>,
): readonly Entry[] {
  const entries = items.filter((message) => !hidden.has(message.id)).map((message) => entryOf(message, keyOf));
  const ids = new Set(items.map((message) => message.id));
  for (const one of outgoing) {
    const id = one.id ?? one.presumed;
    if (id !== undefined && (ids.has(id) || hidden.has(id))) continue;
    entries.push(outgoingEntry(one, me));
  }
  return entries;
}

function entryOf(message: Message, keyOf: (id: string) => string): Entry {
  let entry = known.get(message);
  if (entry === undefined) {
    entry = { key: keyOf(message.id), message, state: 'there' };
    known.set(message, entry);
  }
  return entry;
}

function outgoingEntry(one: Outgoing, me: Author): Entry {
  let entry = underway.get(one);
  if (entry === undefined) {
    entry = {
      key: one.key,
      state: one.state === 'failed' ? 'failed' : one.state === 'sent' ? 'there' : 'sending',
      problem: one.problem,
      message: {
        id: one.id ?? one.key,
        channelId: one.channelId,
        author: me,
        content: one.content,
        createdAt: one.createdAt,
        mentions: [],
        pinned: false,
        ...(one.replyTo === undefined ? {} : { replyTo: one.replyTo }),
      },
    };
    underway.set(one, entry);
  }
  return entry;
}
