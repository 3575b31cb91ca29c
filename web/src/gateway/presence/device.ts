import type { Id } from '../contract/ids';
import { deviceId, onAlive } from '../feed/feed';
import { command } from '../http/request';

/** Every second sign of life of the feed is answered, which come every 15 s; after 45 s without one is offline. */
const SIGN_EVERY_MS = 20_000;
/** Nobody has touched the page for so long. */
export const IDLE_AFTER_MS = 5 * 60_000;
const LOOK_EVERY_MS = 10_000;
/** One scrolls past people faster than it is worth telling. */
const WATCH_AFTER_MS = 400;
const MOST_WATCHED = 100;

const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'] as const;

let watching: readonly Id[] = [];
/** Whether the server believes that this page watches anyone. */
let watched = false;
let watchTimer: ReturnType<typeof setTimeout> | undefined;
let tell: (() => void) | null = null;

/** Of whom this page wants to be told however many are connected: those whom it shows of a large server. */
export function watch(userIds: readonly Id[]): void {
  const next = userIds.slice(0, MOST_WATCHED);
  if (next.length === watching.length && next.every((id, i) => id === watching[i])) return;
  watching = next;
  clearTimeout(watchTimer);
  watchTimer = setTimeout(() => tell?.(), WATCH_AFTER_MS);
}

/**
 * Tells whether this device is being used, when that changes and as the answer to the signs of life of the feed: a
 * timer would sleep in a page that nobody looks at, and what comes over the line wakes it.
 */
export function followDevice(send: (sign: Sign) => Promise<void> = sendSign): () => void {
  let lastInput = Date.now();
  let idle = false;
  let lastSign = 0;

  const sign = () => {
    lastSign = Date.now();
    const told = watching;
    // What is lost is said again with the next one.
    send(told.length > 0 || watched ? { idle, watching: told } : { idle }).then(
      () => {
        watched = told.length > 0;
      },
      () => undefined,
    );
  };
  const look = () => {
    const now = Date.now() - lastInput >= IDLE_AFTER_MS;
    if (now === idle) return;
    idle = now;
    sign();
  };
  const used = () => {
    lastInput = Date.now();
    if (idle) look();
  };

  tell = sign;
  const timer = setInterval(look, LOOK_EVERY_MS);
  for (const input of INPUTS) addEventListener(input, used, { passive: true, capture: true });
  const stopAlive = onAlive((opened) => {
    if (opened || Date.now() - lastSign >= SIGN_EVERY_MS) sign();
  });
  return () => {
    tell = null;
    clearInterval(timer);
    clearTimeout(watchTimer);
    stopAlive();
    for (const input of INPUTS) removeEventListener(input, used, { capture: true });
    watching = [];
    watched = false;
  };
}

interface Sign {
  readonly idle: boolean;
  readonly watching?: readonly Id[];
}

const sendSign = (sign: Sign): Promise<void> => command('PUT', `/me/devices/${deviceId}`, { body: sign });
