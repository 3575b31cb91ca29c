import { useMemo, useState } from 'react';
import { useMember } from '@/features/member';
import type { Id } from '@/gateway/contract/ids';
import type { Author } from '@/gateway/contract/message';
import type { Member, Server } from '@/gateway/contract/server';
import type { MenuEntry } from '@/shared/ui/menu-entry';

interface Acts {
  readonly entriesOf: (member: Member) => readonly MenuEntry[];
  readonly entriesOfGone: (person: Author) => readonly MenuEntry[];
}

const acting = ['TIMEOUT_MEMBERS', 'KICK_MEMBERS', 'BAN_MEMBERS'];

/** What one may do with the author of the message that is pointed at, who may be far down the list of members or gone. */
export function useAuthorActs(server: Server, me: Id, { entriesOf, entriesOfGone }: Acts) {
  const [pointed, setPointed] = useState<Author | null>(null);
  const member = useMember(server.id, pointed?.id ?? me);
  const acts = useMemo(
    () =>
      pointed === null || pointed.kind !== 'user' || member === undefined
        ? undefined
        : { authorId: pointed.id, entries: member === null ? entriesOfGone(pointed) : entriesOf(member) },
    [pointed, member, entriesOf, entriesOfGone],
  );
  return { acts, onPoint: acting.some((one) => server.permissions.includes(one)) ? setPointed : undefined };
}
