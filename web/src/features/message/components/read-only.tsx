import { Clock } from 'lucide-react';
import { useAhead } from '@/shared/hooks/use-ahead';
import { fullDateTime, useLanguage, useText } from '@/shared/i18n';
import { Icon } from '@/shared/ui/icon';

/** In the place of the composer: why one cannot write, and for how long. */
export function ReadOnly({ silentUntil }: { silentUntil: string | undefined }) {
  const t = useText();
  const language = useLanguage();
  const silent = useAhead(silentUntil);
  return (
    <p
      role="status"
      className="mx-4 mb-4 flex items-center gap-2.5 rounded-card bg-tint/5 px-4 py-2.5 text-meta text-text-2"
    >
      {silent && silentUntil !== undefined ? (
        <>
          <Icon of={Clock} className="shrink-0" />
          {t('composer.timedOut', { until: fullDateTime(language, new Date(silentUntil)) })}
        </>
      ) : (
        t('composer.readOnly')
      )}
    </p>
  );
}
