import type { Id } from '@/gateway/contract/ids';
import type { Message } from '@/gateway/contract/message';
import { feedStatus, retryFeed } from '@/gateway/feed/feed';
import { asProblem, type Problem } from '@/gateway/http/problem';
import { newStore, type Store } from '@/shared/model/store';
import { sendMessage, type NewMessage } from '../api/send-message';
import { slowMode } from './slow-mode';

/** A message on its way. It leaves the outbox when the timeline has it. */
export interface Outgoing extends NewMessage {
  /** Our name for it, and the Idempotency-Key of every attempt. */
  readonly key: string;
  readonly channelId: Id;
  readonly createdAt: string;
  readonly state: 'sending' | 'waiting' | 'sent' | 'failed';
  /** Its id, once the server has said so. */
  readonly id?: Id;
  /** A message of ours that came over the feed and must be this one: the answer that would say so is not here yet. */
  readonly presumed?: Id;
  readonly problem?: Problem;
}

interface Parts {
  readonly send: (channelId: Id, message: NewMessage, key: string) => Promise<{ readonly id: Id }>;
  readonly newKey: () => string;
  readonly now: () => Date;
  /** Resolves when it makes sense to try again. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

/** So long a message is tried again when Beep is out of reach; a restart takes less. */
const GIVE_UP_AFTER_MS = 120_000;
const LEAST_PAUSE_MS = 500;
const MOST_PAUSE_MS = 10_000;
/** The ids of messages that were sent from here keep the key of their row, so that nothing is drawn anew. */
const REMEMBERED = 200;

/**
 * Sends messages one after the other per channel, in the order in which they were written, with as many attempts as a
 * bad line needs. The answer to the POST and the frame of the feed may come in either order, or one of them never;
 * the message is shown once in every case.
 */
export class Outbox {
  readonly entries: Store<readonly Outgoing[]> = newStore<readonly Outgoing[]>([]);
  readonly #keys = new Map<Id, string>();
  readonly #busy = new Set<Id>();
  readonly #parts: Parts;
  #author: Id | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Whose messages these are; another one starts with an empty outbox. */
  belongsTo(author: Id): void {
    if (author !== this.#author) this.entries.set([]);
    this.#author = author;
  }

  send(channelId: Id, message: NewMessage): void {
    const entry: Outgoing = {
      ...message,
      key: this.#parts.newKey(),
      channelId,
      createdAt: this.#parts.now().toISOString(),
      state: 'sending',
    };
    this.entries.update((entries) => [...entries, entry]);
    void this.#work(channelId);
  }

  retry(key: string): void {
    const entry = this.#entry(key);
    if (entry?.state !== 'failed') return;
    this.#change(key, ({ problem: _, ...rest }) => ({ ...rest, state: 'sending' }));
    void this.#work(entry.channelId);
  }

  discard(key: string): void {
    this.entries.update((entries) => entries.filter((entry) => entry.key !== key));
  }

  /** A message came over the feed. */
  arrived(message: Message): void {
    const mine = this.entries.get().find((entry) => entry.id === message.id);
    if (mine !== undefined) {
      this.#settle(mine.key, message.id);
      return;
    }
    if (message.author.id !== this.#author) return;
    const presumed = this.entries
      .get()
      .find(
        (entry) =>
          (entry.state === 'sending' || entry.state === 'waiting') &&
          entry.presumed === undefined &&
          entry.channelId === message.channelId &&
          entry.content === message.content &&
          entry.replyTo === message.replyTo,
      );
    if (presumed === undefined) return;
    this.#remember(message.id, presumed.key);
    this.#change(presumed.key, (entry) => ({ ...entry, presumed: message.id }));
  }

  /** A timeline was loaded: what it has needs no place here any more. */
  loaded(channelId: Id, has: (id: Id) => boolean): void {
    for (const entry of this.entries.get()) {
      if (entry.channelId === channelId && entry.id !== undefined && has(entry.id)) this.#settle(entry.key, entry.id);
    }
  }

  /** The key under which a message of ours was shown before it had an id. */
  keyOf(id: Id): string {
    return this.#keys.get(id) ?? id;
  }

  async #work(channelId: Id): Promise<void> {
    if (this.#busy.has(channelId)) return;
    this.#busy.add(channelId);
    try {
      for (;;) {
        const next = this.entries
          .get()
          .find((entry) => entry.channelId === channelId && (entry.state === 'sending' || entry.state === 'waiting'));
        if (next === undefined) return;
        await this.#deliver(next);
      }
    } finally {
      this.#busy.delete(channelId);
    }
  }

  async #deliver(entry: Outgoing): Promise<void> {
    const giveUpAt = this.#parts.now().getTime() + GIVE_UP_AFTER_MS;
    // Given up meanwhile, or the outbox is another one's now: then it goes nowhere.
    for (let attempt = 0; this.#entry(entry.key) !== undefined; attempt++) {
      try {
        const { id } = await this.#parts.send(
          entry.channelId,
          { content: entry.content, ...(entry.replyTo === undefined ? {} : { replyTo: entry.replyTo }) },
          entry.key,
        );
        this.#acknowledge(entry.key, id);
        return;
      } catch (error) {
        const problem = asProblem(error);
        // The next turn may be hours away: whoever wrote it says when it is tried again.
        const slow = problem.code === 'message.slow-mode';
        if (!problem.passing || slow || this.#parts.now().getTime() >= giveUpAt) {
          this.#change(entry.key, ({ presumed: _, ...rest }) => ({ ...rest, state: 'failed', problem }));
          return;
        }
        this.#change(entry.key, (present) => ({ ...present, state: 'waiting' }));
        await this.#parts.pause(problem.retryAfter ?? Math.min(LEAST_PAUSE_MS * 3 ** attempt, MOST_PAUSE_MS));
      }
    }
  }

  #acknowledge(key: string, id: Id): void {
    this.#remember(id, key);
    const entry = this.#entry(key);
    if (entry?.presumed === id) {
      this.#settle(key, id);
      return;
    }
    this.#change(key, ({ presumed: _, ...rest }) => ({ ...rest, id, state: 'sent' }));
  }

  #settle(key: string, id: Id): void {
    this.#remember(id, key);
    this.discard(key);
  }

  #remember(id: Id, key: string): void {
    this.#keys.set(id, key);
    if (this.#keys.size > REMEMBERED) {
      const oldest = this.#keys.keys().next().value;
      if (oldest !== undefined) this.#keys.delete(oldest);
    }
  }

  #entry(key: string): Outgoing | undefined {
    return this.entries.get().find((entry) => entry.key === key);
  }

  #change(key: string, change: (entry: Outgoing) => Outgoing): void {
    this.entries.update((entries) => entries.map((entry) => (entry.key === key ? change(entry) : entry)));
  }
}

/** Waits, but not longer than until the line is back; without a network, as long as that takes. */
async function pause(milliseconds: number): Promise<void> {
  if (!navigator.onLine) {
    await new Promise((resolve) => addEventListener('online', resolve, { once: true }));
    return;
  }
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    const stop = feedStatus.subscribe(() => feedStatus.get().kind === 'live' && done());
  });
}

export const outbox = new Outbox({
  async send(channelId, message, key) {
    const sent = await sendMessage(channelId, message, key).catch((error: unknown) => {
      const problem = asProblem(error);
      if (problem.code === 'message.slow-mode') slowMode.wait(channelId, problem.retryAfter ?? 1_000);
      else if (!problem.passing) slowMode.forget(channelId);
      throw error;
    });
    // Beep is back, then: no need to wait for what else comes of it.
    if (feedStatus.get().kind === 'waiting') retryFeed();
    return sent;
  },
  newKey: () => crypto.randomUUID(),
  now: () => new Date(),
  pause,
});
