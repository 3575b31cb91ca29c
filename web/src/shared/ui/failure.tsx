import { CloudOff } from 'lucide-react';
import { useText } from '../i18n';
import { Button } from './button';
import { Empty } from './empty';

/** What could not be loaded, why, and the way to try again. */
export function Failure({ title, body, onRetry }: { title: string; body: string; onRetry?: (() => void) | undefined }) {
  const t = useText();
  return (
    <div role="alert" className="flex grow">
      <Empty icon={CloudOff} title={title} body={body}>
        {onRetry && (
          <Button look="quiet" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        )}
      </Empty>
    </div>
  );
}
