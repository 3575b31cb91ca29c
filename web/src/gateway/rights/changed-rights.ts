import type { EventFrame } from '../contract/frame';
import type { Id } from '../contract/ids';

/**
 * The server in which a frame changes what one may do, other than in a single channel.
 *
 * @param rolesIn one's roles in a server; undefined while they are not known
 */
export function changedRights(
  frame: EventFrame,
  me: Id,
  rolesIn: (serverId: Id) => readonly Id[] | undefined,
): Id | undefined {
  if (frame.type === 'role.given' || frame.type === 'role.taken') {
    return frame.userId === me ? frame.serverId : undefined;
  }
  // Who had it has it again, and only a fresh load says who that is.
  if (frame.type === 'role.restored') return frame.serverId;
  if (frame.type === 'role.permissions-set' || frame.type === 'role.deleted') {
    const ofEveryone = frame.roleId === frame.serverId;
    return ofEveryone || (rolesIn(frame.serverId)?.includes(frame.roleId) ?? true) ? frame.serverId : undefined;
  }
  return undefined;
}
