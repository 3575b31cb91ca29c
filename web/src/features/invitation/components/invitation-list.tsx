import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Invitation } from '@/gateway/contract/invitation';
import { problemText } from '@/gateway/problem-text';
import { timeLeft, useLanguage, useText } from '@/shared/i18n';
import { copyText } from '@/shared/model/clipboard';
import { paths } from '@/shared/model/paths';
import { IconButton } from '@/shared/ui/icon-button';
import { toast } from '@/shared/ui/toasts';
import { revokeInvitation } from '../api/revoke-invitation';
import { inForce } from '../model/terms';
import { invitationsKey } from '../model/use-invitations';

interface InvitationListProps {
  readonly invitations: readonly Invitation[];
  readonly me: Id;
  readonly onRevoked: (code: string) => void;
}

/** The links that let someone in today. It follows the feed: uses count while one looks. */
export function InvitationList({ invitations, me, onRevoked }: InvitationListProps) {
  const t = useText();
  const [openedAt] = useState(Date.now);
  const present = inForce(invitations, openedAt);
  return (
    <section className="grid gap-2 border-t border-line pt-4">
      <h3 className="flex items-baseline gap-2 text-meta font-semibold">
        {t('invite.inForce')}
        <span className="tabular font-normal text-text-3">{present.length}</span>
      </h3>
      {present.length === 0 ? (
        <p className="text-meta text-text-3">{t('invite.none')}</p>
      ) : (
        <ul className="scroll -mx-2 max-h-[min(264px,32vh)] overflow-y-auto" tabIndex={0} aria-label={t('invite.inForce')}>
          {present.map((one) => (
            <Row key={one.code} invitation={one} mine={one.inviterId === me} onRevoked={onRevoked} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RowProps {
  readonly invitation: Invitation;
  readonly mine: boolean;
  readonly onRevoked: (code: string) => void;
}

function Row({ invitation, mine, onRevoked }: RowProps) {
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const { code, uses, maxUses, expiresAt } = invitation;
  const revoking = useMutation({
    mutationFn: () => revokeInvitation(code),
    onSuccess: async () => {
      // The feed tells it too; without the feed the list must not show what lets nobody in.
      await client.invalidateQueries({ queryKey: invitationsKey(invitation.serverId) });
      onRevoked(code);
      toast(t('invite.revoked', { code }));
    },
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });
  const copy = async () => {
    if (await copyText(location.origin + paths.invitation(code))) toast(t('invite.copiedLink'));
  };
  return (
    <li className="flex items-center gap-1 rounded-control px-2 py-1.5 hover:bg-tint/4">
      <div className="grid min-w-0 grow">
        <p className="flex min-w-0 items-baseline gap-2">
          <code className="font-mono text-meta">{code}</code>
          <span className="min-w-0 truncate text-label text-text-3" dir="auto">
            {mine ? t('invite.byMe') : t('invite.by', { name: invitation.inviterName })}
          </span>
        </p>
        <p className="tabular truncate text-label text-text-2">
          {maxUses === undefined ? t('invite.used', { uses }) : t('invite.usedOf', { uses, most: maxUses })}
          {' · '}
          {expiresAt === undefined
            ? t('invite.never')
            : t('invite.expires', { when: timeLeft(language, new Date(expiresAt), new Date()) })}
        </p>
      </div>
      <IconButton icon={Copy} label={t('invite.copyOne', { code })} side="top" onClick={() => void copy()} />
      <IconButton
        icon={Trash2}
        label={t('invite.revoke', { code })}
        side="top"
        disabled={revoking.isPending}
        onClick={() => revoking.mutate()}
        className="hover:bg-danger/12 hover:text-danger-text"
      />
    </li>
  );
}
