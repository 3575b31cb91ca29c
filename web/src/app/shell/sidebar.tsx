import type { ReactNode } from 'react';
import { usePhone } from '@/shared/hooks/use-media';
import { useText } from '@/shared/i18n';
import { newStoredStore } from '@/shared/model/stored';
import { useStore } from '@/shared/model/store';
import { Main } from '@/shared/ui/main';

const LEAST = 200;
const MOST = 360;
const USUAL = 248;
const STEP = 16;

const within = (width: number): number => Math.min(MOST, Math.max(LEAST, Math.round(width)));

const width = newStoredStore<number>(
  'sidebar',
  (text) => (text === null || Number.isNaN(Number(text)) ? USUAL : within(Number(text))),
  String,
);

/** The column of channels, as wide as one likes it. */
export function Sidebar({ label, children }: { label: string; children: ReactNode }) {
  const t = useText();
  const phone = usePhone();
  const present = useStore(width);
  if (phone) {
    return (
      <Main className="flex flex-col bg-surface-1!">
        <h1 className="sr-only">{label}</h1>
        {children}
      </Main>
    );
  }
  return (
    <aside
      aria-label={label}
      className="relative flex shrink-0 flex-col border-r border-line bg-surface-1"
      style={{ width: present }}
    >
      {children}
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={t('me.sidebar')}
        aria-valuenow={present}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        className="absolute inset-y-0 -right-1 z-10 w-2 cursor-col-resize touch-none outline-none after:absolute after:inset-y-0 after:left-[3px] after:w-0.5 after:transition-colors hover:after:bg-tint/20 focus-visible:after:bg-accent"
        onDoubleClick={() => width.set(USUAL)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') width.set(within(present - STEP));
          if (event.key === 'ArrowRight') width.set(within(present + STEP));
          if (event.key === 'Home') width.set(LEAST);
          if (event.key === 'End') width.set(MOST);
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
          width.set(within(event.clientX - left));
        }}
      />
    </aside>
  );
}
