import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { feedStatus, retryFeed } from '@/gateway/feed/feed';
import { useText } from '@/shared/i18n';
import { useStore } from '@/shared/model/store';
import { Icon } from '@/shared/ui/icon';

/** A short break is nobody's business. */
const PATIENCE_MS = 2_000;

/** Says that the line is down, once it has been for a moment. */
export function ConnectionBanner() {
  const t = useText();
  const status = useStore(feedStatus);
  const down = status.kind === 'waiting' || status.kind === 'offline' || status.kind === 'connecting';
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(down), down ? PATIENCE_MS : 0);
    return () => clearTimeout(timer);
  }, [down]);
  if (!shown || !down) return null;
  return (
    // Over the page: what one reads stays where it is.
    <div className="pointer-events-none fixed inset-x-0 top-14 z-30 flex justify-center px-4">
      <div
        role="status"
        className="appear pointer-events-auto flex min-h-9 items-center gap-2.5 rounded-card bg-surface-3 px-3.5 py-1.5 text-meta text-text-1 shadow-float"
      >
        <Icon of={WifiOff} size={16} className="shrink-0 text-warning" />
        {t(status.kind === 'offline' ? 'connection.offline' : 'connection.reconnecting')}
        {status.kind === 'waiting' && (
          <button
            type="button"
            className="shrink-0 font-semibold text-accent-text hover:underline pointer-coarse:min-h-11"
            onClick={retryFeed}
          >
            {t('connection.now')}
          </button>
        )}
      </div>
    </div>
  );
}
