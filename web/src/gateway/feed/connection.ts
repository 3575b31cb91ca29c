import { backoff } from './backoff';
import { SseParser, type SseEvent } from './sse-parser';

/** The server says something at least every 15 s; after this long without a byte the line is dead. */
const SILENCE_MS = 40_000;
/** And one that was not answered at all by then is tried anew. */
const ANSWER_MS = 10_000;

export type FeedStatus =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'offline' };

interface Parts {
  readonly token: () => Promise<string>;
  readonly renew: () => Promise<string>;
  readonly onEvent: (event: SseEvent) => void;
  readonly onStatus: (status: FeedStatus) => void;
  /** Something came over the line; first of all that it is open. */
  readonly onAlive: (opened: boolean) => void;
  /** What this device is called. */
  readonly device: string;
}

/**
 * Keeps one feed open: reconnects where it stopped, by Last-Event-ID, until it is closed. `EventSource` will not do,
 * because it cannot send the bearer token.
 */
export class FeedConnection {
  readonly #parts: Parts;
  #lastEventId = '';
  #attempt = 0;
  #abort: AbortController | null = null;
  #wake: (() => void) | null = null;
  #closed = true;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  open(): void {
    if (!this.#closed) return;
    this.#closed = false;
    addEventListener('online', this.retryNow);
    addEventListener('offline', this.#lost);
    document.addEventListener('visibilitychange', this.#seen);
    void this.#run();
  }

  close(): void {
    this.#closed = true;
    removeEventListener('online', this.retryNow);
    removeEventListener('offline', this.#lost);
    document.removeEventListener('visibilitychange', this.#seen);
    this.#abort?.abort();
    this.#wake?.();
    this.#lastEventId = '';
    this.#attempt = 0;
    this.#parts.onStatus({ kind: 'idle' });
  }

  /** Connects again from an earlier place: what came since then comes once more. */
  rewind(position: number): void {
    this.#lastEventId = String(position);
    this.#attempt = 0;
    this.#abort?.abort();
  }

  /** Where to go on from when the line breaks before the first frame. */
  startAt(position: number): void {
    if (this.#lastEventId === '') this.#lastEventId = String(position);
  }

  readonly retryNow = (): void => {
    this.#attempt = 0;
    this.#wake?.();
  };

  readonly #lost = (): void => this.#abort?.abort();

  readonly #seen = (): void => {
    if (document.visibilityState === 'visible') this.retryNow();
  };

  async #run(): Promise<void> {
    while (!this.#closed) {
      this.#parts.onStatus({ kind: 'connecting' });
      await this.#follow();
      if (this.#isClosed()) return;
      const wait = backoff(this.#attempt++);
      this.#parts.onStatus(navigator.onLine ? { kind: 'waiting', until: Date.now() + wait } : { kind: 'offline' });
      await this.#pause(wait);
    }
  }

  // Awaiting lets close() run in between, which the type checker cannot see.
  #isClosed(): boolean {
    return this.#closed;
  }

  async #follow(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    let silence = setTimeout(() => abort.abort(), ANSWER_MS);
    try {
      let response = await this.#connect(await this.#parts.token(), abort.signal);
      if (response.status === 401) response = await this.#connect(await this.#parts.renew(), abort.signal);
      if (!response.ok || response.body === null) {
        await response.body?.cancel();
        return;
      }
      const parser = new SseParser(this.#lastEventId);
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      this.#parts.onStatus({ kind: 'live' });
      let opened = true;
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        clearTimeout(silence);
        silence = setTimeout(() => abort.abort(), SILENCE_MS);
        this.#attempt = 0;
        const events = parser.push(value);
        // A device is known when its first frame came.
        const known = events.length > 0;
        for (const event of events) {
          if (abort.signal.aborted) return;
          this.#parts.onEvent(event);
          if (event.id !== '') this.#lastEventId = event.id;
        }
        if (opened && !known) continue;
        this.#parts.onAlive(opened);
        opened = false;
      }
    } catch {
      // The line broke, the token could not be renewed, or we hung up: the loop waits and tries again.
    } finally {
      clearTimeout(silence);
      abort.abort();
    }
  }

  #connect(token: string, signal: AbortSignal): Promise<Response> {
    const headers = new Headers({ Accept: 'text/event-stream', Authorization: `Bearer ${token}` });
    if (this.#lastEventId !== '') headers.set('Last-Event-ID', this.#lastEventId);
    return fetch(`/api/feed?device=${this.#parts.device}`, { headers, signal, cache: 'no-store' });
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      const wake = () => done();
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
      this.#wake = wake;
    });
  }
}
