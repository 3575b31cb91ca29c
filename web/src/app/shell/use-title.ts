import { useEffect } from 'react';
import { useText } from '@/shared/i18n';

/** The tab says how many channels have something new. */
export function useTitle(unread: number): void {
  const t = useText();
  useEffect(() => {
    document.title = unread === 0 ? t('app.name') : `(${unread}) ${t('app.name')}`;
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    icon?.setAttribute('href', unread === 0 ? '/favicon.svg' : '/favicon-unread.svg');
  }, [unread, t]);
}
