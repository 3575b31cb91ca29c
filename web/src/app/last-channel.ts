import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import { walkOf } from '@/features/channel';
import { recall, remember } from '@/shared/model/stored';

const name = (serverId: Id): string => `beep.last.${serverId}`;

export const rememberChannel = (serverId: Id, channelId: Id): void => remember(name(serverId), channelId);

/** The channel of a server that was read last here, else its first; null while its channels are not known. */
export function lastChannelOf(serverId: Id, channels: readonly Channel[]): Id | null {
  const readable = walkOf(channels.filter((channel) => channel.serverId === serverId));
  const last = recall(name(serverId));
  return (readable.find((channel) => channel.id === last) ?? readable[0])?.id ?? null;
}
