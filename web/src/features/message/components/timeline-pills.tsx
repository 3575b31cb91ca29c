import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { timeOfDay, useLanguage, useText } from '@/shared/i18n';
import { Icon } from '@/shared/ui/icon';

interface NewSincePillProps {
  readonly count: number;
  /** When the first of them was written. */
  readonly since: string;
  readonly onGo: () => void;
  readonly onMarkRead: () => void;
}

/** At the head: what is new lies above. */
export function NewSincePill({ count, since, onGo, onMarkRead }: NewSincePillProps) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className="pointer-events-none absolute inset-x-0 top-2 z-10 flex justify-center px-4">
      <div className="pointer-events-auto flex h-8 items-center rounded-full bg-accent text-meta font-semibold text-accent-ink shadow-float pointer-coarse:h-11">
        <button
          type="button"
          className="flex h-full items-center gap-1.5 rounded-l-full pr-2 pl-3 hover:bg-accent-strong"
          onClick={onGo}
        >
          <Icon of={ArrowUp} size={16} />
          {t('timeline.newSince', { count, time: timeOfDay(language, new Date(since)) })}
        </button>
        <button
          type="button"
          aria-label={t('timeline.markRead')}
          className="grid h-full w-8 place-items-center rounded-r-full hover:bg-accent-strong pointer-coarse:w-11"
          onClick={onMarkRead}
        >
          <Icon of={X} size={16} />
        </button>
      </div>
    </div>
  );
}

/** At the foot: the present lies below, with what came meanwhile. */
export function PresentPill({ count, onGo }: { count: number; onGo: () => void }) {
  const t = useText();
  return (
    <div className="pointer-events-none absolute inset-x-0 bottom-3 z-10 flex justify-center px-4">
      <button
        type="button"
        className="appear pointer-events-auto flex h-8 items-center gap-1.5 rounded-full bg-surface-3 pr-3.5 pl-3 text-meta font-medium shadow-float hover:text-accent-text pointer-coarse:h-11"
        onClick={onGo}
      >
        <Icon of={ArrowDown} size={16} className="text-accent-text" />
        {count > 0 ? t('timeline.below', { count }) : t('timeline.present')}
      </button>
    </div>
  );
}
