import { useMutation } from '@tanstack/react-query';
import { Ban, Clock, ClockArrowDown, UserCheck, UserMinus, type LucideIcon } from 'lucide-react';
import { useCallback, useState, type ReactNode } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Author } from '@/gateway/contract/message';
import type { Member, Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import type { Standing } from '@/gateway/rights/standing';
import { useText, type TextKey } from '@/shared/i18n';
import { laterOverlay } from '@/shared/ui/later';
import type { MenuEntry } from '@/shared/ui/menu-entry';
import { toast } from '@/shared/ui/toasts';
import { liftTimeout } from '../api/lift-timeout';
import { trustMember } from '../api/trust-member';
import { actsFor, actsForGone, type Act } from '../model/acts';
import type { AskedAct } from './act-dialog';

const ActDialog = laterOverlay(() => import('./act-dialog'));

const icons: Record<Act, LucideIcon> = {
  trust: UserCheck,
  'time-out': Clock,
  lift: ClockArrowDown,
  kick: UserMinus,
  ban: Ban,
};

const labels: Record<Act, TextKey> = {
  trust: 'moderation.trust',
  'time-out': 'moderation.timeOutEntry',
  lift: 'moderation.lift',
  kick: 'moderation.kickEntry',
  ban: 'moderation.banEntry',
};

interface Asked {
  readonly act: AskedAct;
  readonly member: Member;
  readonly open: boolean;
}

interface Moderation {
  readonly entriesOf: (member: Member) => readonly MenuEntry[];
  /** The same for someone who is no member. */
  readonly entriesOfGone: (person: Author) => readonly MenuEntry[];
  readonly dialog: ReactNode;
}

/**
 * What one may do with the members of a server, as lines of a menu; and the dialog that asks before it.
 *
 * @param standing one's own; without it nothing is barred here, and Beep says who stands too high when it is tried
 */
export function useModeration(
  server: Server,
  me: Id,
  standing?: Standing,
): Moderation {
  const t = useText();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { mutate: lift } = useMutation({
    mutationFn: (member: Member) => liftTimeout(server.id, member.userId),
    onSuccess: (_, member) => toast(t('moderation.liftDone', { name: member.displayName })),
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });

  const { mutate: trust } = useMutation({
    mutationFn: (member: Member) => trustMember(server.id, member.userId),
    onSuccess: (_, member) => toast(t('moderation.trustDone', { name: member.displayName })),
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });

  const entryOf = useCallback(
    (act: Act, member: Member): MenuEntry => {
      const ask = (what: AskedAct) => () => setAsked({ act: what, member, open: true });
      return {
        kind: 'action',
        icon: icons[act],
        label: t(labels[act]),
        danger: act === 'kick' || act === 'ban',
        run: act === 'lift' ? () => lift(member) : act === 'trust' ? () => trust(member) : ask(act),
      };
    },
    [t, lift, trust],
  );

  const entriesOf = useCallback(
    (member: Member): readonly MenuEntry[] => {
      const acts = actsFor(server, me, member, Date.now());
      if (acts.length > 0 && standing?.isAboveMember(member.userId, member.roles) === false) {
        const reason = t('moderation.notAbove', { name: member.displayName });
        return [{ kind: 'barred', reason, acts: acts.map((act) => ({ icon: icons[act], label: t(labels[act]) })) }];
      }
      return acts.map((act) => entryOf(act, member));
    },
    [server, me, standing, t, entryOf],
  );

  const entriesOfGone = useCallback(
    (person: Author): readonly MenuEntry[] =>
      actsForGone(server, me, person.id).map((act) => entryOf(act, asMember(person))),
    [server, me, entryOf],
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
  return { entriesOf, entriesOfGone, dialog };
}

/** Enough of a member to act on; Beep knows the rest. */
export const asMember = ({ id, username, displayName, avatarUrl }: Author): Member => ({
  userId: id,
  username,
  displayName,
  avatarUrl,
  roles: [],
  joinedAt: '',
});
