import type { Query, QueryClient } from '@tanstack/react-query';
import type { EventFrame } from '../contract/frame';
import { frameLog, onFrame, onReset } from './feed';

/** What a frame makes of what is cached; the same object when it changes nothing. */
export type ApplyFrame<T> = (cached: T, frame: EventFrame, key: readonly unknown[]) => T;

interface Follower {
  apply(cached: unknown, frame: EventFrame, key: readonly unknown[]): unknown;
}

const followers = new Map<string, Follower>();

/**
 * Lets the caches whose key begins with `name` follow the feed. What is cached has a `position`, the place of the
 * snapshot that it came from.
 */
export function followFeed<T extends { readonly position: number }>(name: string, apply: ApplyFrame<T>): void {
  // The key's first word says what is cached under it; nobody else writes there.
  followers.set(name, { apply: (cached, frame, key) => apply(cached as T, frame, key) });
}

/** How far each cached object has been brought up to date; a freshly loaded one starts at its own position. */
const applied = new WeakMap<object, number>();

let storing = false;

/** Brings every followed cache up to date on each frame and after each load. */
export function followWith(client: QueryClient): () => void {
  const stops = [
    onFrame(() => {
      for (const query of client.getQueryCache().getAll()) catchUp(client, query);
    }),
    onReset(() => {
      for (const name of followers.keys()) void client.invalidateQueries({ queryKey: [name] });
    }),
    client.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'success') catchUp(client, event.query as Query);
    }),
  ];
  return () => stops.forEach((stop) => stop());
}

function catchUp(client: QueryClient, query: Query): void {
  if (storing) return;
  const name: unknown = query.queryKey[0];
  const follower = typeof name === 'string' ? followers.get(name) : undefined;
  const cached: unknown = query.state.data;
  if (follower === undefined || !isPositioned(cached)) return;
  const from = applied.get(cached) ?? cached.position;
  if (from >= frameLog.head) return;
  const next = frameLog
    .after(from)
    .reduce<unknown>((data, frame) => follower.apply(data, frame, query.queryKey), cached);
  if (next !== cached) store(client, query, next);
  // What is stored may be another object than what was made: equal parts of the old one are kept.
  const stored: unknown = query.state.data;
  if (typeof stored === 'object' && stored !== null) applied.set(stored, frameLog.head);
}

/** Storing tells of an update as loading does, but has nothing to catch up with. */
function store(client: QueryClient, query: Query, data: unknown): void {
  storing = true;
  try {
    client.setQueryData(query.queryKey, data);
  } finally {
    storing = false;
  }
}

function isPositioned(data: unknown): data is { position: number } {
  return typeof data === 'object' && data !== null && 'position' in data && typeof data.position === 'number';
}
