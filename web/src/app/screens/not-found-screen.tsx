import { SearchX } from 'lucide-react';
import { Link } from 'wouter';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { buttonClass } from '@/shared/ui/button';
import { Empty } from '@/shared/ui/empty';
import { Main } from '@/shared/ui/main';

/** For an address that leads nowhere, and for what one may not know of: both look alike. */
export function NotFoundScreen({ body }: { body?: string }) {
  const t = useText();
  return (
    <Main className="flex">
      <Empty whole icon={SearchX} title={t('notFound.title')} body={body ?? t('notFound.body')}>
        <Link href={paths.home} className={buttonClass('quiet')}>
          {t('notFound.home')}
        </Link>
      </Empty>
    </Main>
  );
}
