import { CloudOff } from 'lucide-react';
import { useText } from '../i18n';
import { Button } from './button';
import { Empty } from './empty';
import { Main } from './main';

interface FailureProps {
  readonly title: string;
  readonly body: string;
  readonly onRetry?: (() => void) | undefined;
  /** Whether it is all that the page has. */
  readonly whole?: boolean;
}

/** What could not be loaded, why, and the way to try again. */
export function Failure({ title, body, onRetry, whole = false }: FailureProps) {
  const t = useText();
  const failure = (
    <div role="alert" className="flex grow">
      <Empty whole={whole} icon={CloudOff} title={title} body={body}>
        {onRetry && (
          <Button look="quiet" onClick={onRetry}>
            {t('app.retry')}
          </Button>
        )}
      </Empty>
    </div>
  );
  return whole ? <Main className="flex h-full">{failure}</Main> : failure;
}
