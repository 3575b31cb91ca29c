import type { Id } from '@/gateway/contract/ids';
import { newStore } from '@/shared/model/store';
import { deleteMessage } from '../api/delete-message';
import { UNDO_MS } from './limits';

const pending = new Map<Id, () => void>();

/** Messages that are not shown any more and will be deleted in a moment, unless it is undone. */
export const hiddenMessages = newStore<ReadonlySet<Id>>(new Set());

/**
 * Hides a message at once and deletes it after the time to undo; also when the page is left before.
 *
 * @param onFailed the message is shown again
 * @returns takes it back
 */
export function deleteSoon(id: Id, onFailed: (error: unknown) => void): () => void {
  const reveal = () => hiddenMessages.update((ids) => new Set([...ids].filter((one) => one !== id)));
  const carryOut = () => {
    pending.delete(id);
    deleteMessage(id).catch((error: unknown) => {
      reveal();
      onFailed(error);
    });
  };
  const timer = setTimeout(carryOut, UNDO_MS);
  pending.set(id, () => {
    clearTimeout(timer);
    carryOut();
  });
  hiddenMessages.update((ids) => new Set(ids).add(id));
  return () => {
    clearTimeout(timer);
    if (pending.delete(id)) reveal();
  };
}

if (typeof window !== 'undefined') {
  addEventListener('pagehide', () => [...pending.values()].forEach((carryOutNow) => carryOutNow()));
}
