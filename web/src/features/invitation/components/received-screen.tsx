import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Clock, Mailbox, Users } from 'lucide-react';
import type { Id } from '@/gateway/contract/ids';
import type { ReceivedInvitation } from '@/gateway/contract/invitation';
import { problemText } from '@/gateway/problem-text';
import { timeLeft, useLanguage, useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { FormError } from '@/shared/ui/form-error';
import { Icon } from '@/shared/ui/icon';
import { Main } from '@/shared/ui/main';
import { answerReceived } from '../api/answer-received';
import { receivedKey, useReceivedInvitations } from '../model/use-received';

interface ReceivedScreenProps {
  readonly onEnter: (serverId: Id) => Promise<void>;
}

/** The servers that people asked me into. */
export default function ReceivedScreen({ onEnter }: ReceivedScreenProps) {
  const t = useText();
  const { data, error, refetch } = useReceivedInvitations();
  return (
    <Main className="scroll flex">
      {data === undefined ? (
        error ? (
          <Failure title={t('received.failed')} body={problemText(t, error)} onRetry={() => void refetch()} />
        ) : (
          <Delayed>
            <div className="skeleton m-auto h-24 w-full max-w-[680px] rounded-card!" />
          </Delayed>
        )
      ) : data.items.length === 0 ? (
        <Empty whole icon={Mailbox} title={t('received.none')} body={t('received.noneBody')} />
      ) : (
        <div className="mx-auto grid w-full max-w-[680px] content-start gap-6 px-6 py-12 max-tablet:px-4 max-tablet:py-8">
          <h1 className="text-display font-semibold tracking-[-0.015em]">{t('received.title')}</h1>
          <ul className="grid gap-3">
            {data.items.map((one) => (
              <Received key={one.serverId} invitation={one} onEnter={onEnter} />
            ))}
          </ul>
        </div>
      )}
    </Main>
  );
}

function Received({ invitation, onEnter }: ReceivedScreenProps & { invitation: ReceivedInvitation }) {
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const answering = useMutation({
    mutationFn: (accept: boolean) => answerReceived(invitation.serverId, accept),
    onSuccess: async (_, accept) => {
      if (accept) await onEnter(invitation.serverId);
      await client.invalidateQueries({ queryKey: receivedKey });
    },
  });
  return (
    <li className="grid gap-3 rounded-card bg-surface-1 p-4 ring-1 ring-line">
      <div className="flex gap-4">
        <Avatar
          id={invitation.serverId}
          name={invitation.serverName}
          url={invitation.serverPictureUrl}
          size={56}
          square
        />
        <div className="grid min-w-0 grow gap-0.5">
          <p className="text-meta text-text-2" dir="auto">
            {t('invite.invites', { name: invitation.inviterName })}
          </p>
          <h2 className="text-body font-semibold break-words" dir="auto">
            {invitation.serverName}
          </h2>
          <p className="tabular flex flex-wrap gap-x-4 text-label text-text-3">
            <span className="flex items-center gap-1.5">
              <Icon of={Users} size={14} />
              {t('server.members', { count: invitation.memberCount })}
            </span>
            <span className="flex items-center gap-1.5">
              <Icon of={Clock} size={14} />
              {t('invite.expires', { when: timeLeft(language, new Date(invitation.expiresAt), new Date()) })}
            </span>
          </p>
        </div>
      </div>
      {answering.isError && <FormError text={problemText(t, answering.error)} />}
      <div className="flex flex-wrap justify-end gap-2 max-tablet:[&>*]:grow">
        <Button look="plain" disabled={answering.isPending} onClick={() => answering.mutate(false)}>
          {t('received.decline')}
          <span className="sr-only">{invitation.serverName}</span>
        </Button>
        <Button disabled={answering.isPending} onClick={() => answering.mutate(true)}>
          {t('received.accept')}
          <span className="sr-only">{invitation.serverName}</span>
        </Button>
      </div>
    </li>
  );
}
