import type { UndoResult, UndoResults } from '@/gateway/contract/audit';
import { Problem } from '@/gateway/http/problem';

/** From where to go on, and what became of the acts before. */
export interface Progress {
  readonly results: readonly UndoResult[];
  readonly before: number | undefined;
}

/**
 * Undoes stretch after stretch until nothing is left, and tells of each. Where Beep asks for a pause, it is made.
 *
 * @throws {Problem} for a stretch that failed; the progress before it holds
 */
export async function undoAll(
  stretch: (before: number | undefined) => Promise<UndoResults>,
  from: Progress,
  onProgress: (progress: Progress) => void,
  pause: (milliseconds: number) => Promise<void>,
): Promise<void> {
  let { results, before } = from;
  do {
    const answer = await patiently(() => stretch(before), pause);
    results = [...results, ...answer.items];
    before = answer.before;
    onProgress({ results, before });
  } while (before !== undefined);
}

async function patiently<T>(ask: () => Promise<T>, pause: (milliseconds: number) => Promise<void>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 429 || error.retryAfter === undefined) throw error;
      await pause(error.retryAfter);
    }
  }
}
