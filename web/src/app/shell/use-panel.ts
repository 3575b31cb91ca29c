import { useCallback, useEffect, useRef } from 'react';
import { useSearchParams } from 'wouter';

/** What stands beside a conversation, or over it where there is no room beside. */
export type Panel = { readonly kind: 'search'; readonly words: string } | { readonly kind: 'members' } | null;

/**
 * The panel is part of the address: it can be linked to, and on a phone the system's way back closes it.
 */
export function usePanel() {
  const [params, setParams] = useSearchParams();
  const words = params.get('search');
  const panel: Panel = words !== null ? { kind: 'search', words } : params.has('members') ? { kind: 'members' } : null;

  const open = useCallback(
    (kind: 'search' | 'members') => setParams({ [kind]: '' }, { state: { panel: true } }),
    [setParams],
  );
  const search = useCallback(
    (next: string) => setParams({ search: next }, { replace: true, state: history.state as unknown }),
    [setParams],
  );
  // The way back takes a moment, in which Esc may be heard by more than one.
  const closing = useRef(false);
  useEffect(() => {
    closing.current = false;
  }, [params]);
  const close = useCallback(() => {
    if (closing.current) return;
    closing.current = true;
    if (wasOpenedHere(history.state)) history.back();
    else setParams({}, { replace: true });
  }, [setParams]);
  return { panel, open, search, close };
}

/** Whether the entry of the history is one that opening made: then the way back leads to where one was. */
function wasOpenedHere(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'panel' in state;
}
