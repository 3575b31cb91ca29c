import { useCallback, useRef } from 'react';

/** Gives the same key for the same content, so that another try is the same command, and a new key for another content. */
export function useIdempotencyKey(): (content: unknown) => string {
  const last = useRef<{ readonly text: string; readonly key: string } | null>(null);
  return useCallback((content) => {
    const text = JSON.stringify(content);
    if (last.current?.text !== text) last.current = { text, key: crypto.randomUUID() };
    return last.current.key;
  }, []);
}
