import { Crown } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Member, Server } from '@/gateway/contract/server';
import { MemberPicker } from '@/gateway/members/member-picker';
import { useText } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Icon } from '@/shared/ui/icon';
import { laterOverlay } from '@/shared/ui/later';

const HandOverDialog = laterOverlay(() => import('./hand-over-dialog'));
const PartDialog = laterOverlay(() => import('./part-dialog'));

interface DangerZoneProps {
  readonly server: Server;
  readonly me: Id;
  readonly onGone: () => void;
}

/** What an owner alone can do, and should do with care: hand the server over, and delete it. */
export default function DangerZone({ server, me, onGone }: DangerZoneProps) {
  const t = useText();
  const [heir, setHeir] = useState<Member | null>(null);
  const [asking, setAsking] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const alone = server.memberCount <= 1;
  return (
    <section aria-label={t('danger.title')} className="grid gap-2">
      <h2 className="text-meta font-medium text-text-2">{t('danger.title')}</h2>
      <ul className="divide-y divide-line rounded-card ring-1 ring-danger/40">
        <li className="flex flex-wrap items-center gap-3 p-4">
          <div className="grid min-w-60 grow basis-0 gap-0.5">
            <h3 className="text-meta font-semibold">{t('handOver.title')}</h3>
            <p className="text-meta text-pretty text-text-2">{t(alone ? 'handOver.nobody' : 'handOver.lead')}</p>
          </div>
          <MemberPicker
            serverId={server.id}
            label={t('handOver.find')}
            trigger={
              <Button look="quiet" disabled={alone}>
                <Icon of={Crown} size={16} />
                {t('handOver.choose')}
              </Button>
            }
            offers={(member) => member.userId !== me}
            onPick={(member) => {
              setHeir(member);
              setAsking(true);
            }}
          />
        </li>
        <li className="flex flex-wrap items-center gap-3 p-4">
          <div className="grid min-w-60 grow basis-0 gap-0.5">
            <h3 className="text-meta font-semibold">{t('server.delete')}</h3>
            <p className="text-meta text-pretty text-text-2">{t('server.deleteBody')}</p>
          </div>
          <Button look="danger" onClick={() => setDeleting(true)}>
            {t('server.delete')}
          </Button>
        </li>
      </ul>
      {heir && <HandOverDialog server={server} heir={heir} open={asking} onClose={() => setAsking(false)} />}
      <PartDialog server={server} owner open={deleting} onClose={() => setDeleting(false)} onGone={onGone} />
    </section>
  );
}
