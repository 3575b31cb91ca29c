import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import { problemText } from '@/gateway/problem-text';
import { useIdempotencyKey } from '@/shared/hooks/use-idempotency-key';
import { timeLeft, useLanguage, useText } from '@/shared/i18n';
import { Avatar } from '@/shared/ui/avatar';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { toast } from '@/shared/ui/toasts';
import { inviteMember } from '../api/invite-member';
import { listMemberInvitations } from '../api/list-member-invitations';
import { revokeMemberInvitation } from '../api/revoke-member-invitation';
import { memberInvitationsKey } from '../model/member-invitations';

/** Asks one person by their name; who was asked and has not answered stands below. */
export function InviteByName({ serverId }: { serverId: Id }) {
  const t = useText();
  const language = useLanguage();
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [name, setName] = useState('');
  const key = memberInvitationsKey(serverId);
  const asked = useQuery({ queryKey: key, queryFn: ({ signal }) => listMemberInvitations(serverId, signal), staleTime: 0 });
  const reload = () => client.invalidateQueries({ queryKey: key });
  const inviting = useMutation({
    // A new try is a new wish: what was refused a minute ago may be fine now.
    mutationFn: (username: string) => inviteMember(serverId, username, keyFor({ username, at: Date.now() })),
    onSuccess: async (_, username) => {
      setName('');
      toast(t('invite.asked', { name: username }));
      await reload();
    },
  });
  const revoking = useMutation({
    mutationFn: (userId: Id) => revokeMemberInvitation(serverId, userId),
    onSuccess: reload,
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });
  const trimmed = name.trim().replace(/^@/, '');
  return (
    <div className="grid gap-3">
      <form
        className="flex items-start gap-2 [&>:first-child]:grow"
        onSubmit={(event) => {
          event.preventDefault();
          if (trimmed !== '') inviting.mutate(trimmed);
        }}
      >
        <TextField
          label={t('invite.byName')}
          hint={t('invite.byNameHint')}
          value={name}
          onChange={(event) => {
            setName(event.target.value);
            inviting.reset();
          }}
          error={inviting.isError ? problemText(t, inviting.error) : undefined}
          maxLength={33}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Button type="submit" className="mt-[23px] h-10" disabled={trimmed === '' || inviting.isPending}>
          {t('invite.ask')}
        </Button>
      </form>
      {(asked.data?.items.length ?? 0) > 0 && (
        <ul aria-label={t('invite.waiting')} className="scroll grid max-h-40 gap-1">
          {asked.data?.items.map((one) => (
            <li key={one.userId} className="flex items-center gap-2.5">
              <Avatar id={one.userId} name={one.displayName} url={one.avatarUrl} size={24} />
              <span className="min-w-0 grow truncate text-meta" dir="auto">
                {one.displayName} <span className="text-text-3">@{one.username}</span>
              </span>
              <span className="tabular text-label text-text-3">
                {t('invite.expires', { when: timeLeft(language, new Date(one.expiresAt), new Date()) })}
              </span>
              <Button look="plain" size="small" disabled={revoking.isPending} onClick={() => revoking.mutate(one.userId)}>
                {t('invite.withdraw')}
                <span className="sr-only">{one.displayName}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
