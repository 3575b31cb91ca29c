const LEAST_MS = 500;
/** A restart is over in less; who waits much longer than that believes the app to be broken. */
const MOST_MS = 5_000;

/** How long to wait before the nth new attempt: doubling, with full jitter so that clients do not return in step. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(MOST_MS, LEAST_MS * 2 ** attempt);
  return Math.round(LEAST_MS / 2 + random() * most);
}
