import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useIdempotencyKey } from '@/shared/hooks/use-idempotency-key';
import { useText } from '@/shared/i18n';
import { Dialog } from '@/shared/ui/dialog';
import { FormError } from '@/shared/ui/form-error';
import { createInvitation, type Terms } from '../api/create-invitation';
import { passableLink, usualLifetime } from '../model/terms';
import { useInvitations } from '../model/use-invitations';
import { InvitationList } from './invitation-list';
import { InviteByName } from './invite-by-name';
import { NewLinkForm } from './new-link-form';
import { ShareLink } from './share-link';

interface InviteDialogProps {
  readonly server: Server;
  readonly me: Id;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A link at once, ready to be passed on; other terms and the links that there are, below it. */
export default function InviteDialog({ server, me, open, onClose }: InviteDialogProps) {
  const t = useText();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      size="medium"
      title={t('invite.title', { name: server.name })}
      lead={t('invite.lead')}
    >
      <InviteContent server={server} me={me} />
    </Dialog>
  );
}

function InviteContent({ server, me }: Pick<InviteDialogProps, 'server' | 'me'>) {
  const t = useText();
  const keyFor = useIdempotencyKey();
  const [openedAt] = useState(Date.now);
  const [presses, setPresses] = useState(0);
  const [settled, setSettled] = useState(false);
  const invitations = useInvitations(server.id);
  const making = useMutation({
    // A new number for each press, so that each makes a link of its own, and a repeated try the same one.
    mutationFn: (asked: { readonly terms: Terms; readonly press: number }) =>
      createInvitation(server.id, asked.terms, keyFor(asked)),
  });
  const { mutate } = making;
  const listed = invitations.data?.items;
  const present = listed && passableLink(listed, me, openedAt);
  // Once somebody has a link, or has revoked it, another comes only when it is asked for.
  const wanted = listed !== undefined && present === undefined && making.isIdle && !settled;

  useEffect(() => {
    if (wanted) mutate({ terms: { expiresIn: usualLifetime }, press: 0 });
  }, [wanted, mutate]);

  const link = making.data ?? present;
  const error = making.error ?? (listed === undefined ? invitations.error : null);
  return (
    <div className="grid gap-5">
      <InviteByName serverId={server.id} />
      <hr className="border-line" />
      {error !== null ? (
        <FormError text={problemText(t, error)} />
      ) : (
        (link !== undefined || !settled) && (
          <ShareLink invitation={making.isPending ? undefined : link} />
        )
      )}
      <NewLinkForm
        busy={making.isPending}
        onMake={(terms) => {
          mutate({ terms, press: presses + 1 });
          setPresses(presses + 1);
        }}
      />
      {listed !== undefined && (
        <InvitationList
          invitations={listed}
          me={me}
          onRevoked={(code) => {
            setSettled(true);
            if (making.data?.code === code) making.reset();
          }}
        />
      )}
    </div>
  );
}
