import type { Channel } from '@/gateway/contract/server';

/** Channels that stand together: those of a folder, or those of none. */
export interface Section {
  readonly folder: Channel | null;
  readonly channels: readonly Channel[];
}

/**
 * Sorts a server's channels as they are shown: first those in no folder, then folder by folder. A folder in which one
 * sees nothing is shown only to who may put something into it.
 */
export function sectionsOf(channels: readonly Channel[]): readonly Section[] {
  const folders = channels.filter((channel) => channel.type === 'folder').toSorted(byOrder);
  const known = new Set(folders.map((folder) => folder.id));
  const leaves = channels.filter((channel) => channel.type !== 'folder').toSorted(byOrder);
  const loose = leaves.filter((channel) => channel.parentId === undefined || !known.has(channel.parentId));
  return [
    ...(loose.length > 0 ? [{ folder: null, channels: loose }] : []),
    ...folders
      .map((folder) => ({ folder, channels: leaves.filter((channel) => channel.parentId === folder.id) }))
      .filter(({ folder, channels }) => channels.length > 0 || folder.permissions.includes('MANAGE_CHANNELS')),
  ];
}

/** The order in which one walks through the channels that can be read. */
export const walkOf = (channels: readonly Channel[]): readonly Channel[] =>
  sectionsOf(channels)
    .flatMap((section) => section.channels)
    .filter((channel) => channel.type === 'text');

function byOrder(a: Channel, b: Channel): number {
  return rank(a) - rank(b) || compare(a.place, b.place) || compare(a.id, b.id);
}

/** By their characters' codes; how people sort words has nothing to do with it. */
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

/** Text stands before voice among neighbours. */
export const rank = (channel: Channel): number => (channel.type === 'voice' ? 1 : 0);
