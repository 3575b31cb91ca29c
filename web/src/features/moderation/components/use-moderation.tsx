import { useMutation } from '@tanstack/react-query';
import { Ban, Clock, ClockArrowDown, UserMinus } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Member, Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { laterOverlay } from '@/shared/ui/later';
import type { MenuEntry } from '@/shared/ui/menu-entry';
import { toast } from '@/shared/ui/toasts';
import { liftTimeout } from '../api/lift-timeout';
import { actsFor } from '../model/acts';
import type { AskedAct } from './act-dialog';

const ActDialog = laterOverlay(() => import('./act-dialog'));

interface Asked {
  readonly act: AskedAct;
  readonly member: Member;
  readonly open: boolean;
}

/** What one may do with the members of a server, as lines of a menu; and the dialog that asks before it. */
export function useModeration(
  server: Server,
  me: Id,
): { readonly entriesOf: (member: Member) => readonly MenuEntry[]; readonly dialog: ReactNode } {
  const t = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { mutate: lift } = useMutation({
    mutationFn: (member: Member) => liftTimeout(server.id, member.userId),
    onSuccess: (_, member) => toast(t('moderation.liftDone', { name: member.displayName })),
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });

  const entriesOf = useCallback(
    (member: Member): readonly MenuEntry[] =>
      actsFor(server, me, member, Date.now()).map((act): MenuEntry => {
        const ask = (what: AskedAct) => () => setAsked({ act: what, member, open: true });
        switch (act) {
          case 'time-out':
            return { kind: 'action', icon: Clock, label: t('moderation.timeOutEntry'), run: ask(act) };
          case 'lift':
            return { kind: 'action', icon: ClockArrowDown, label: t('moderation.lift'), run: () => lift(member) };
          case 'kick':
            return { kind: 'action', icon: UserMinus, label: t('moderation.kickEntry'), danger: true, run: ask(act) };
          case 'ban':
            return { kind: 'action', icon: Ban, label: t('moderation.banEntry'), danger: true, run: ask(act) };
        }
      }),
    [server, me, t, lift],
  );

  const dialog = asked && (
    <ActDialog
      server={server}
      member={asked.member}
      act={asked.act}
      open={asked.open}
      onClose={() => setAsked({ ...asked, open: false })}
    />
  );
  return { entriesOf, dialog };
}
