import type { QueryClient } from '@tanstack/react-query';
import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import { onFrame } from '@/gateway/feed/feed';
import { reloadPast } from '@/gateway/feed/reload';
import { explanationsName } from '../model/use-explanation';
import { previewsName } from '../model/use-preview';

/** What can change what somebody may do, or the names by which it is told. */
const changes: ReadonlySet<EventFrame['type']> = new Set<EventFrame['type']>([
  'role.permissions-set',
  'role.renamed',
  'role.deleted',
  'role.restored',
  'role.given',
  'role.taken',
  'channel.overwrites-changed',
  'server.handed-over',
]);

/** The server in which a frame can change what somebody may do. */
export const serverOfChange = (frame: EventFrame): Id | undefined =>
  changes.has(frame.type) && 'serverId' in frame ? frame.serverId : undefined;

/** Why someone may do something, and what a change would do, only a fresh answer says. */
export function followPermissions(client: QueryClient): () => void {
  return onFrame((frame) => {
    const serverId = serverOfChange(frame);
    if (serverId === undefined) return;
    void reloadPast(client, [explanationsName, serverId], frame.position);
    void reloadPast(client, [previewsName, serverId], frame.position);
  });
}
