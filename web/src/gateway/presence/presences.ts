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
  const next = new Map(before);
  for (const { userId, presence } of told) {
    if (presence === 'offline') next.delete(userId);
    else next.set(userId, presence);
  }
  const same = next.size === before.size && [...next].every(([userId, presence]) => before.get(userId) === presence);
  if (!same) presences.set(next);
}

/** What is told while a snapshot is on its way is newer than that. */
const loadings = new Set<PersonPresence[]>();

let outOfDate = false;

/** Something may have been told while nobody heard it: what is known goes when something newer comes. */
export function presencesMissed(): void {
  outOfDate = true;
}

/** Everyone of a server. Snapshot and signals are right together: what came over the feed meanwhile is put on top. */
export const loadPresences = (load: () => Promise<PresencePage>): Promise<PresencePage> =>
  loadSome(load, (page) => {
    const all = outOfDate ? [...gone(), ...page.presences] : page.presences;
    outOfDate = false;
    return all;
  });

/** What an answer says of some people besides; those whom it does not name stay as they are. */
export async function loadSome<T>(load: () => Promise<T>, presencesOf: (answer: T) => readonly PersonPresence[]): Promise<T> {
  const meanwhile: PersonPresence[] = [];
  loadings.add(meanwhile);
  try {
    const answer = await load();
    apply([...presencesOf(answer), ...meanwhile]);
    return answer;
  } finally {
    loadings.delete(meanwhile);
  }
}

const gone = (): PersonPresence[] => [...presences.get().keys()].map((userId) => ({ userId, presence: 'offline' }));
