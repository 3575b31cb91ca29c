import { newStore } from '@/shared/model/store';
import type { Id } from '../contract/ids';
import type { PersonPresence, Presence, PresencePage } from '../contract/presence';

/** Those who are connected, as far as this page was told; all others are offline. */
export type Presences = ReadonlyMap<Id, Exclude<Presence, 'offline'>>;

export const presences = newStore<Presences>(new Map());

export const presenceOf = (known: Presences, userId: Id): Presence => known.get(userId) ?? 'offline';

/** What the feed told, in its order; the newest counts. */
export function presencesTold(told: readonly PersonPresence[]): void {
  for (const loading of loadings) loading.push(...told);
  apply(told);
}

function apply(told: readonly PersonPresence[]): void {
  const before = presences.get();
  if (told.every(({ userId, presence }) => presenceOf(before, userId) === presence)) return;
  const next = new Map(before);
  for (const { userId, presence } of told) {
    if (presence === 'offline') next.delete(userId);
    else next.set(userId, presence);
  }
  presences.set(next);
}

/** What is told while a snapshot is on its way is newer than that. */
const loadings = new Set<PersonPresence[]>();

/**
 * Snapshot and signals are right together: what came over the feed meanwhile is put on top.
 *
 * @param fresh whether all that was known before may be out of date, as after a time without the feed
 */
export async function loadPresences(load: () => Promise<PresencePage>, fresh: boolean): Promise<PresencePage> {
  const meanwhile: PersonPresence[] = [];
  loadings.add(meanwhile);
  try {
    const page = await load();
    if (fresh) presences.set(new Map());
    apply(page.presences);
    apply(meanwhile);
    return page;
  } finally {
    loadings.delete(meanwhile);
  }
}
