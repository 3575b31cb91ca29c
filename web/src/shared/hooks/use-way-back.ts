import { useEffect, useEffectEvent } from 'react';

interface CloseWatcher {
  onclose: (() => void) | null;
  destroy: () => void;
}

declare global {
  // Not yet in the type library, nor in every browser.
  var CloseWatcher: (new () => CloseWatcher) | undefined;
}

/** Lets the way back of a phone close what is open over the page, instead of leaving the page. */
export function useWayBack(open: boolean, onClose: () => void): void {
  const closed = useEffectEvent(onClose);
  useEffect(() => {
    // With a keyboard it would stand for Esc, which what is open hears by itself.
    const { CloseWatcher: Watcher } = globalThis;
    if (!open || Watcher === undefined || !matchMedia('(pointer: coarse)').matches) return;
    const watcher = new Watcher();
    watcher.onclose = () => closed();
    return () => watcher.destroy();
  }, [open]);
}
