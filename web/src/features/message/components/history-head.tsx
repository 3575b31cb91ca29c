import { Hash } from 'lucide-react';
import { useText } from '@/shared/i18n';
import { Icon } from '@/shared/ui/icon';

/** Beginning and skeleton are equally high, so that nothing moves when the last page arrives. */
export const HEAD_HEIGHT = 208;

/** What stands above the oldest message that is loaded. */
export function HistoryHead({ name, begins }: { name: string; begins: boolean }) {
  const t = useText();
  return (
    <div className="flex shrink-0 flex-col justify-end overflow-hidden" style={{ height: HEAD_HEIGHT }}>
      {begins ? (
        <div className="grid gap-1 px-4 pb-2 max-tablet:px-3">
          <span className="mb-2 grid size-14 place-items-center rounded-card bg-tint/6 text-text-2">
            <Icon of={Hash} size={28} />
          </span>
          <h2 className="text-display font-semibold tracking-[-0.01em] break-words line-clamp-1">{t('timeline.start', { name })}</h2>
          <p className="text-body text-text-2">{t('timeline.startBody')}</p>
        </div>
      ) : (
        <MessageSkeletons count={3} />
      )}
    </div>
  );
}

const widths = ['w-3/5', 'w-2/5', 'w-4/5', 'w-1/2', 'w-1/3', 'w-2/3', 'w-3/4'];

/** Where messages will be in a moment. */
export function MessageSkeletons({ count }: { count: number }) {
  const t = useText();
  return (
    <div role="status" aria-label={t('app.loading')} className="grid gap-5 px-4 pb-4 max-tablet:px-3">
      {Array.from({ length: count }, (_, i) => (
        <div key={i} className="flex gap-4 max-tablet:gap-3">
          <span className="skeleton size-9 shrink-0 rounded-full!" />
          <span className="grid grow content-start gap-2 pt-0.5">
            <span className="skeleton h-3.5 w-32" />
            <span className={`skeleton h-3.5 ${widths[i % widths.length]}`} />
            {i % 3 === 1 && <span className={`skeleton h-3.5 ${widths[(i + 3) % widths.length]}`} />}
          </span>
        </div>
      ))}
    </div>
  );
}
