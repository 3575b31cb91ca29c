import { Compass, Plus, type LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { useServers } from '@/features/server';
import type { Me } from '@/gateway/contract/user';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Icon } from '@/shared/ui/icon';
import { Keys } from '@/shared/ui/keys';

/** Where one begins: teaches the two ways to a first conversation. */
export function HomeScreen({ me, onCreate }: { me: Me; onCreate: () => void }) {
  const t = useText();
  const { data } = useServers();
  const firstName = me.displayName.split(' ')[0] ?? me.displayName;
  return (
    <main id="conversation" className="scroll flex grow bg-surface-2">
      <div className="m-auto grid w-full max-w-[640px] gap-8 px-6 py-12">
        <header className="grid gap-2">
          <h1 className="text-display font-semibold tracking-[-0.015em]" dir="auto">
            {t('home.title', { name: firstName })}
          </h1>
          <p className="text-body text-text-2">{data && data.items.length > 0 ? t('home.pick') : t('home.lead')}</p>
        </header>
        <div className="grid gap-3 tablet:grid-cols-2">
          <button type="button" onClick={onCreate} className={card}>
            <CardBody icon={Plus} title={t('home.create')} body={t('home.createBody')} />
          </button>
          <Link href={paths.discover} className={card}>
            <CardBody icon={Compass} title={t('home.discover')} body={t('home.discoverBody')} />
          </Link>
        </div>
        <p className="flex flex-wrap items-center gap-1.5 text-meta text-text-3 pointer-coarse:hidden">
          <Keys of="Mod+K" />
          {t('switcher.placeholder')}
        </p>
      </div>
    </main>
  );
}

const card =
  'grid content-start gap-4 rounded-card bg-surface-1 p-5 text-left ring-1 ring-line transition-colors hover:bg-surface-3 hover:ring-tint/20';

function CardBody({ icon, title, body }: { icon: LucideIcon; title: string; body: string }) {
  return (
    <>
      <span className="grid size-10 place-items-center rounded-card bg-accent/15 text-accent-text">
        <Icon of={icon} size={20} />
      </span>
      <span className="grid gap-1">
        <span className="text-body font-semibold">{title}</span>
        <span className="text-meta text-text-2">{body}</span>
      </span>
    </>
  );
}
