import { CircleUserRound, Compass, MessagesSquare } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { cx } from '@/shared/ui/cx';
import { Icon } from '@/shared/ui/icon';

/** The ways of a phone, under the thumb. */
export function PhoneBar() {
  const t = useText();
  const [location] = useLocation();
  const ways = [
    { href: paths.home, icon: MessagesSquare, label: t('phone.servers'), active: location === '/' || location.startsWith('/s/') },
    { href: paths.discover, icon: Compass, label: t('phone.discover'), active: location.startsWith(paths.discover) },
    { href: paths.you, icon: CircleUserRound, label: t('phone.you'), active: location === paths.you },
  ];
  return (
    <nav
      aria-label={t('phone.nav')}
      className="grid shrink-0 grid-cols-3 border-t border-line bg-surface-1 pb-[env(safe-area-inset-bottom)]"
    >
      {ways.map(({ href, icon, label, active }) => (
        <Link
          key={href}
          href={href}
          aria-current={active ? 'page' : undefined}
          className={cx(
            'grid h-14 place-content-center justify-items-center gap-0.5 text-label font-medium',
            active ? 'text-text-1' : 'text-text-3',
          )}
        >
          <Icon of={icon} size={22} className={active ? 'text-accent-text' : undefined} />
          {label}
        </Link>
      ))}
    </nav>
  );
}
