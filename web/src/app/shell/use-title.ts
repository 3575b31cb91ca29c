import { useEffect } from 'react';
import { useText } from '@/shared/i18n';

/** The tab says where one is and how many channels have something new. */
export function useTitle(unread: number, place: string | null): void {
  const t = useText();
  useEffect(() => {
    const name = place === null ? t('app.name') : `${place} · ${t('app.name')}`;
    document.title = unread === 0 ? name : `(${unread}) ${name}`;
    const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
    icon?.setAttribute('href', unread === 0 ? '/favicon.svg' : '/favicon-unread.svg');
  }, [unread, place, t]);
}
