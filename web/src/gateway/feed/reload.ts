import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** The read model is a moment behind the feed at most; after half a minute the next frame has to do. */
const ATTEMPTS = 10;
const FIRST_PAUSE_MS = 25;

/**
 * Loads what is cached under `queryKey` once more, and again until it knows what happened at `position`: for what a
 * frame changes without saying how. What is not on screen is loaded when it is wanted.
 *
 * @returns whether it knows it now
 */
export async function reloadPast(client: QueryClient, queryKey: QueryKey, position: number): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    await client.invalidateQueries({ queryKey });
    const shown = client.getQueryCache().findAll({ queryKey, type: 'active' });
    if (shown.every((query) => query.state.status === 'error' || knows(query.state.data, position))) return true;
    await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** attempt));
  }
  return false;
}

const knows = (data: unknown, position: number): boolean =>
  typeof data === 'object' && data !== null && 'position' in data && Number(data.position) >= position;
