import { useEffect } from 'react';
import { newStore } from './store';

/** Whether something on the page waits to be saved. Who tries to go away is told so, and stays. */
const waiting = newStore(false);

/** How often someone tried to go away since there is something to save. */
export const refusals = newStore(0);

/** Keeps who is on the page there as long as something is not saved. */
export function useUnsaved(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    waiting.set(true);
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => {
      waiting.set(false);
      refusals.set(0);
      window.removeEventListener('beforeunload', ask);
    };
  }, [unsaved]);
}

/** Whether one may go elsewhere in the app now. */
export function mayLeave(): boolean {
  if (waiting.get()) refusals.update((count) => count + 1);
  return !waiting.get();
}
