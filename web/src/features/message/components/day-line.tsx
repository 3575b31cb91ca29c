import { dayName, daysBetween, useLanguage, useText } from '@/shared/i18n';

/** Where a day begins: one hairline with its name. */
export function DayLine({ instant }: { instant: string }) {
  const t = useText();
  const language = useLanguage();
  const at = new Date(instant);
  const now = new Date();
  const ago = daysBetween(at, now);
  const name = ago === 0 ? t('day.today') : ago === 1 ? t('day.yesterday') : dayName(language, at, now);
  return (
    <div role="separator" aria-label={name} className="flex items-center gap-3 px-4 pt-5 pb-1 max-tablet:px-3">
      <span className="h-px grow bg-line" />
      <span className="text-label font-medium text-text-3 first-letter:uppercase">{name}</span>
      <span className="h-px grow bg-line" />
    </div>
  );
}

/** What is below has not been read yet. */
export function UnreadLine() {
  const t = useText();
  return (
    <div role="separator" aria-label={t('timeline.unread')} className="flex items-center gap-2 pt-3 pl-4 max-tablet:pl-3">
      <span className="h-px grow bg-accent-strong" />
      <span className="rounded-l-control bg-accent px-2 text-label font-semibold text-accent-ink">{t('timeline.unread')}</span>
    </div>
  );
}
