import type { ReactNode } from 'react';
import { useText } from '@/shared/i18n';
import { Mark } from '@/shared/ui/mark';

interface AuthFrameProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** What surrounds signing in and up: the form, and beside it what Beep is. */
export function AuthFrame({ title, lead, children }: AuthFrameProps) {
  const t = useText();
  return (
    <div className="scroll grid min-h-full grid-cols-1 bg-surface-2 desktop:grid-cols-[minmax(480px,1fr)_1.1fr]">
      <main className="flex flex-col px-6 py-8">
        <div className="flex items-center gap-2.5 text-title font-semibold tracking-[-0.01em]">
          <Mark size={28} />
          {t('app.name')}
        </div>
        <div className="m-auto grid w-full max-w-[380px] gap-6 py-10">
          <header className="grid gap-1">
            <h1 className="text-display font-semibold tracking-[-0.015em]">{title}</h1>
            <p className="text-body text-text-2">{lead}</p>
          </header>
          {children}
        </div>
      </main>
      <aside className="relative hidden overflow-hidden border-l border-line bg-surface-0 desktop:grid">
        <div className="m-auto grid max-w-[440px] gap-8 p-10">
          <Preview />
          <div className="grid gap-2">
            <p className="text-title font-semibold tracking-[-0.01em]">{t('session.claim')}</p>
            <p className="text-body text-text-2">{t('session.claimBody')}</p>
          </div>
        </div>
      </aside>
    </div>
  );
}

const lines = [
  { hue: 40, name: 'w-20', text: ['w-64', 'w-44'] },
  { hue: 200, name: 'w-16', text: ['w-52'] },
  { hue: 300, name: 'w-24', text: ['w-72', 'w-60', 'w-24'] },
];

/** A conversation without words. */
function Preview() {
  return (
    <div aria-hidden className="grid gap-5 rounded-card bg-surface-2 p-6 shadow-float">
      {lines.map((line) => (
        <div key={line.hue} className="flex gap-3.5">
          <span className="size-9 shrink-0 rounded-full" style={{ background: `oklch(0.58 0.12 ${line.hue})` }} />
          <span className="grid content-start gap-2 pt-0.5">
            <span className={`h-3 rounded-full bg-tint/28 ${line.name}`} />
            {line.text.map((width) => (
              <span key={width} className={`h-3 max-w-full rounded-full bg-tint/10 ${width}`} />
            ))}
          </span>
        </div>
      ))}
      <div className="flex h-10 items-center justify-between rounded-card bg-tint/5 pr-1.5 pl-4 ring-1 ring-tint/10">
        <span className="h-3 w-28 rounded-full bg-tint/12" />
        <span className="size-7 rounded-control bg-accent" />
      </div>
    </div>
  );
}
