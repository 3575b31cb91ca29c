import { useMemo } from 'react';
import { useMember, type ServerRoles } from '@/features/member';
import { useRoles } from '@/features/role';
import type { Id } from '@/gateway/contract/ids';
import type { Role } from '@/gateway/contract/role';
import type { Server } from '@/gateway/contract/server';
import { standingOf } from '@/gateway/rights/standing';
import { useForeseenHandOut } from '../use-foreseen-hand-out';

const none: readonly Role[] = [];

/** The roles of a server and what oneself may do with them; nothing while that is not known. */
export function useServerRoles(server: Server, me: Id): ServerRoles {
  const roles = useRoles(server.id).data?.items ?? none;
  const own = useMember(server.id, me);
  const handOut = useForeseenHandOut(server.id, roles);
  const standing = useMemo(
    () => standingOf(server, roles, me, own?.roles ?? [], server.permissions),
    [server, roles, me, own?.roles],
  );
  return { roles, standing, handOut };
}
