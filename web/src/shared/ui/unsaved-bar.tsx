import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../i18n';
import { useStore } from '../model/store';
import { refusals, useUnsaved } from '../model/unsaved';
import { Button } from './button';

interface UnsavedBarProps {
  readonly unsaved: boolean;
  readonly saving: boolean;
  /** Why it was not saved. */
  readonly error?: string | undefined;
  readonly blocked?: boolean;
  /** What saving would do. */
  readonly preview?: ReactNode;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** Stands at the foot of what can be changed, as long as something is not saved. Ctrl S saves as well. */
export function UnsavedBar({ unsaved, saving, error, blocked = false, preview, onSave, onDiscard }: UnsavedBarProps) {
  const t = useText();
  const bar = useRef<HTMLDivElement>(null);
  const refused = useStore(refusals);
  useUnsaved(unsaved);

  useEffect(() => {
    if (refused === 0) return;
    bar.current?.animate(
      [0, -6, 6, -4, 4, 0].map((x) => ({ transform: `translateX(${x}px)` })),
      matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 260,
    );
  }, [refused]);

  useEffect(() => {
    if (!unsaved) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.metaKey || event.ctrlKey) || event.key.toLowerCase() !== 's') return;
      event.preventDefault();
      if (!saving && !blocked) onSave();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [unsaved, saving, blocked, onSave]);

  return (
    <div role="status" className="pointer-events-none sticky bottom-0 z-10 mt-auto pt-6 pb-4 empty:hidden">
      {unsaved && preview}
      {unsaved && (
        <div
          ref={bar}
          className="appear pointer-events-auto flex flex-wrap items-center gap-x-3 gap-y-2 rounded-card bg-surface-3 py-2 pr-2 pl-4 shadow-float"
        >
          <p className={`min-w-40 grow text-meta font-medium ${error === undefined ? '' : 'text-danger-text'}`}>
            {error ?? t(refused > 0 ? 'settings.saveFirst' : 'settings.unsaved')}
          </p>
          <div className="ml-auto flex gap-2">
            <Button look="plain" disabled={saving} onClick={onDiscard}>
              {t('settings.discard')}
            </Button>
            <Button disabled={saving || blocked} onClick={onSave}>
              {t('settings.save')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
