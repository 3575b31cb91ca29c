import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import type { MemberPage } from '@/gateway/contract/server';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import type { FoundMember } from '../api/find-member';
import { handOutRole } from '../api/hand-out-role';
import { memberKey } from './use-member';
import { membersKey } from './use-members';
import { withRole } from './with-role';

export interface HandOut {
  readonly userId: Id;
  readonly roleId: Id;
  /** False takes it. */
  readonly given: boolean;
  /** What the member is called, for who is asked before it is done. */
  readonly name: string;
}

/** Gives and takes roles; a refusal is told in passing. */
export function useHandOut(serverId: Id): (change: HandOut) => void {
  const t = useText();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: ({ userId, roleId, given }: HandOut) => handOutRole(serverId, userId, roleId, given),
    // The feed tells it too; here it is seen without the feed as well.
    onSuccess: (_, { userId, roleId, given }) => {
      client.setQueryData<MemberPage>(membersKey(serverId), (page) =>
        page && {
          ...page,
          items: page.items.map((member) => (member.userId === userId ? withRole(member, roleId, given) : member)),
        },
      );
      client.setQueryData<FoundMember>(memberKey(serverId, userId), (found) =>
        found?.member ? { ...found, member: withRole(found.member, roleId, given) } : found,
      );
    },
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });
  return mutate;
}
