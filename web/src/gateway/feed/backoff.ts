const LEAST_MS = 500;
const MOST_MS = 30_000;

/** How long to wait before the nth new attempt: doubling, with full jitter so that clients do not return in step. */
export function backoff(attempt: number, random: () => number = Math.random): number {
  const most = Math.min(MOST_MS, LEAST_MS * 2 ** attempt);
  return Math.round(LEAST_MS / 2 + random() * most);
}
