import type { EventFrame } from '@/gateway/contract/frame';

/** The types of frames after which others may see a channel of the server, or look otherwise in its list. */
const types: ReadonlySet<EventFrame['type']> = new Set([
  'member.joined',
  'member.left',
  'member.kicked',
  'member.banned',
  'member.timed-out',
  'member.timeout-lifted',
  'role.permissions-set',
  'role.deleted',
  'role.restored',
  'role.given',
  'role.taken',
  'server.handed-over',
  'channel.overwrites-changed',
  'channel.moved',
] satisfies EventFrame['type'][]);

export const decidesWhoSees = (frame: EventFrame): boolean => types.has(frame.type);
