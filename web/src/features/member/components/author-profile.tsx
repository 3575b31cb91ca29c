import { useEffect } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { useText } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import type { ServerRoles } from '../model/membership';
import { useMember } from '../model/use-member';
import MemberProfile from './member-profile';

interface AuthorProfileProps {
  readonly open: boolean;
  readonly userId: Id;
  readonly server: Server;
  readonly serverRoles: ServerRoles;
  /** What it stands beside. */
  readonly anchor: Element | null;
  readonly onClose: () => void;
}

/** Who wrote something, if they are still in the server. */
export default function AuthorProfile({ userId, open, onClose, ...rest }: AuthorProfileProps) {
  const t = useText();
  const member = useMember(rest.server.id, userId);
  const gone = open && member === null;
  useEffect(() => {
    if (!gone) return;
    toast(t('member.gone'));
    onClose();
  }, [gone, onClose, t]);
  return member ? <MemberProfile {...rest} open={open} onClose={onClose} member={member} side="right" /> : null;
}
