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
    <div
      role="status"
      className="flex min-h-8 shrink-0 items-center justify-center gap-2 border-b border-line bg-surface-3 px-4 py-1 text-meta text-text-1"
    >
      <Icon of={WifiOff} size={16} className="text-warning" />
      {t(status.kind === 'offline' ? 'connection.offline' : 'connection.reconnecting')}
      {status.kind === 'waiting' && (
        <button type="button" className="font-semibold text-accent-text hover:underline" onClick={retryFeed}>
          {t('connection.now')}
        </button>
      )}
    </div>
  );
}
