import { useRef } from 'react';

/**
 * Marks what has the focus when the dialog around it opens. Not `autoFocus`: that takes the focus before the dialog has
 * noted where to return it.
 */
export const firstFocus = { 'data-first-focus': '' };

/** Finds what is marked; without any, the dialog's own choice holds. */
export function useFirstFocus() {
  const popup = useRef<HTMLDivElement>(null);
  return {
    ref: popup,
    initialFocus: () => popup.current?.querySelector<HTMLElement>('[data-first-focus]') ?? true,
  };
}
