import type { Id } from '@/gateway/contract/ids';
import type { Member } from '@/gateway/contract/server';

/** The member with a role or without it. */
export function withRole(member: Member, roleId: Id, given: boolean): Member {
  const others = member.roles.filter((id) => id !== roleId);
  return { ...member, roles: given ? [...others, roleId] : others };
}
