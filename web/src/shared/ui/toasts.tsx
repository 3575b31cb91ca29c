import { useEffect } from 'react';
import { newStore, useStore } from '../model/store';

/** As long as a quick way back stands: longer than what is only said. */
export const UNDO_MS = 10_000;

interface ToastOptions {
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly tone?: 'plain' | 'danger';
  /** How long it stands, in milliseconds. */
  readonly stay?: number;
}

interface Toast extends ToastOptions {
  readonly id: number;
  readonly text: string;
}

const toasts = newStore<readonly Toast[]>([]);
let last = 0;

/** Says something in passing. At most three stand at once. */
export function toast(text: string, options: ToastOptions = {}): void {
  toasts.update((present) => [...present.slice(-2), { id: ++last, text, ...options }]);
}

const dismiss = (id: number) => toasts.update((present) => present.filter((one) => one.id !== id));

export function Toasts() {
  const present = useStore(toasts);
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 bottom-24 z-50 grid justify-items-center gap-2 px-4"
    >
      {present.map((one) => (
        <ToastCard key={one.id} toast={one} />
      ))}
    </div>
  );
}

function ToastCard({ toast: { id, text, action, tone, stay = 5_000 } }: { toast: Toast }) {
  useEffect(() => {
    const timer = setTimeout(() => dismiss(id), stay);
    return () => clearTimeout(timer);
  }, [id, stay]);
  return (
    <div className="pointer-events-auto flex min-h-10 items-center gap-3 rounded-card bg-surface-3 py-1.5 pr-1.5 pl-3.5 text-meta shadow-float">
      {tone === 'danger' && <span aria-hidden className="size-2 rounded-full bg-danger" />}
      <span className={action ? undefined : 'pr-2'}>{text}</span>
      {action && (
        <button
          type="button"
          className="h-7 rounded-control px-2 font-semibold text-accent-text hover:bg-tint/8 pointer-coarse:h-11"
          onClick={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
