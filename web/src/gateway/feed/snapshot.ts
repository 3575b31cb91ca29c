import { feedBegun, frameLog, rewindFeed } from './feed';

/** A part of the app is shown without the live feed rather than not at all. */
const PATIENCE_MS = 4_000;
const ATTEMPTS = 6;

interface Positioned {
  readonly position: number;
}

/**
 * Loads a snapshot that the frame log can bring up to date. The feed is opened first; a read model that is a moment
 * behind the beginning of the feed is asked again, and if it stays behind, the feed goes back to where it is.
 */
export async function loadSnapshot<T extends Positioned>(load: () => Promise<T>): Promise<T> {
  const live = await Promise.race([feedBegun().then(() => true), delay(PATIENCE_MS).then(() => false)]);
  for (let attempt = 0; ; attempt++) {
    const snapshot = await load();
    if (!live || frameLog.covers(snapshot.position)) return snapshot;
    if (attempt === ATTEMPTS) {
      rewindFeed(snapshot.position);
      return snapshot;
    }
    await delay(25 * 2 ** attempt);
  }
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
