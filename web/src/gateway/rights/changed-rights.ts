import type { EventFrame } from '../contract/frame';
import type { Id } from '../contract/ids';

/** What is known of oneself in a server; undefined is what is not known yet. */
export interface OwnPlace {
  readonly roles: readonly Id[] | undefined;
  readonly permissions: readonly string[] | undefined;
}

/**
 * The server in which a frame changes what one may do, other than in a single channel.
 *
 * @param placeIn what is known of oneself there
 */
export function changedRights(frame: EventFrame, me: Id, placeIn: (serverId: Id) => OwnPlace): Id | undefined {
  if (frame.type === 'role.given' || frame.type === 'role.taken') {
    return frame.userId === me ? frame.serverId : undefined;
  }
  // Who had it has it again, and only a fresh load says who that is.
  if (frame.type === 'role.restored') return frame.serverId;
  if (frame.type === 'server.handed-over') {
    // The frame names the new owner alone; the one before could do everything, as few others can.
    const before = placeIn(frame.serverId).permissions;
    return frame.ownerId === me || before?.includes('ADMINISTRATOR') !== false ? frame.serverId : undefined;
  }
  if (frame.type === 'role.permissions-set' || frame.type === 'role.deleted') {
    const ofEveryone = frame.roleId === frame.serverId;
    return ofEveryone || (placeIn(frame.serverId).roles?.includes(frame.roleId) ?? true) ? frame.serverId : undefined;
  }
  return undefined;
}
