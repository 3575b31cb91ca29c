import * as v from 'valibot';
import { newStore } from '@/shared/model/store';
import { ControlFrame, EventFrame, SignalFrame } from '../contract/frame';
import { accessToken, renewAccessToken } from '../session/access-token';
import { FeedConnection, type FeedStatus } from './connection';
import { FrameLog } from './frame-log';
import type { SseEvent } from './sse-parser';

/** How the line to the feed is, for those who show it. */
export const feedStatus = newStore<FeedStatus>({ kind: 'idle' });

/** What came over the feed and may still be needed. */
export const frameLog = new FrameLog();

/** Frames that this build could not read, by type: a newer server, or a fault. */
export const unreadFrames = new Map<string, number>();

type Listener<T> = (value: T) => void;
const frameListeners = new Set<Listener<EventFrame>>();
const signalListeners = new Set<Listener<SignalFrame>>();
const resetListeners = new Set<() => void>();
const aliveListeners = new Set<Listener<boolean>>();

/** By which this page tells whether it is being used. */
export const deviceId = crypto.randomUUID();

let begun = newBeginning();
let complete = false;

const connection = new FeedConnection({
  token: accessToken,
  renew: renewAccessToken,
  onStatus: (status) => feedStatus.set(status),
  onEvent: receive,
  onAlive: (opened) => {
    for (const listener of [...aliveListeners]) listener(opened);
  },
  device: deviceId,
});

export const openFeed = (): void => connection.open();
export const retryFeed = (): void => connection.retryNow();

export function closeFeed(): void {
  connection.close();
  begun = newBeginning();
  complete = false;
}

/** Goes back to an earlier place, for a snapshot that is older than what the log covers. */
export function rewindFeed(position: number): void {
  frameLog.begin(position);
  connection.rewind(position);
}

/** Resolves when the feed has begun: what is read from then on, plus frames, misses nothing. */
export const feedBegun = (): Promise<void> => begun.promise;

export const onFrame = (listener: Listener<EventFrame>) => listen(frameListeners, listener);
export const onSignal = (listener: Listener<SignalFrame>) => listen(signalListeners, listener);
/** Whatever was loaded may be out of date: load it again. */
export const onReset = (listener: () => void) => listen(resetListeners, listener);

/** Something came over the line; `true` when it is the first thing of a new one. */
export const onAlive = (listener: Listener<boolean>) => listen(aliveListeners, listener);

function newBeginning(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function receive(event: SseEvent): void {
  const data = parseJson(event.data);
  const input = typeof data === 'object' && data !== null ? { type: event.type, ...data } : { type: event.type };
  const frame = v.safeParse(EventFrame, input);
  if (frame.success) {
    if (!frameLog.add(frame.output)) return;
    for (const listener of [...frameListeners]) listener(frame.output);
    return;
  }
  const control = v.safeParse(ControlFrame, input);
  if (control.success) {
    receiveControl(control.output);
    return;
  }
  const signal = v.safeParse(SignalFrame, input);
  if (signal.success) {
    for (const listener of [...signalListeners]) listener(signal.output);
    return;
  }
  unreadFrames.set(event.type, (unreadFrames.get(event.type) ?? 0) + 1);
}

function receiveControl(control: ControlFrame): void {
  switch (control.type) {
    case 'feed.ready':
      if (!complete) {
        frameLog.begin(control.position);
        complete = true;
      }
      connection.startAt(control.position);
      begun.resolve();
      return;
    case 'feed.position':
      frameLog.advance(control.position);
      return;
    case 'feed.reset':
      // What lies between our last frame and this one will not come; only fresh snapshots know it.
      frameLog.begin(control.position ?? frameLog.head);
      complete = control.position !== undefined;
      if (complete) begun.resolve();
      for (const listener of [...resetListeners]) listener();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
