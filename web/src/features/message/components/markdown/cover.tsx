import { useState, type ReactNode } from 'react';
import { useText } from '@/shared/i18n';

/** Covers a spoiler until it is pressed. */
export function Cover({ children }: { children: ReactNode }) {
  const t = useText();
  const [shown, setShown] = useState(false);
  if (shown) return <span className="rounded-[4px] bg-tint/8 px-0.5">{children}</span>;
  return (
    <button
      type="button"
      aria-label={t('message.spoiler')}
      onClick={() => setShown(true)}
      className="rounded-[4px] bg-tint/22 px-0.5 text-transparent select-none hover:bg-tint/28 [&_*]:invisible"
    >
      <span aria-hidden inert className="invisible">
        {children}
      </span>
    </button>
  );
}
