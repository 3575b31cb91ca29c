import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import { rank, sectionsOf } from './channel-tree';

/** Where a channel is wished to be: in a folder or none, right behind another or before all. */
export interface Placement {
  readonly parentId: Id | null;
  readonly after: Id | null;
}

/** On which side of what is under the pointer something is let go; a folder can also take it in. */
export type Edge = 'before' | 'behind' | 'into';

/** Less than every character of a place: so it stands right behind the other one, until Beep says its true place. */
const RIGHT_BEHIND = '!';

/** The channels as they are when the wish comes true. */
export function arranged(channels: readonly Channel[], id: Id, { parentId, after }: Placement): readonly Channel[] {
  const place = (channels.find((channel) => channel.id === after)?.place ?? '') + RIGHT_BEHIND;
  return channels.map((channel) => {
    if (channel.id !== id) return channel;
    const { parentId: _, ...rest } = channel;
    return { ...rest, place, ...(parentId === null ? {} : { parentId }) };
  });
}

/** One step up or down, beyond the first and the last of a folder into the next one; null where there is no further. */
export function stepOf(channels: readonly Channel[], channel: Channel, direction: 'up' | 'down'): Placement | null {
  if (channel.type === 'folder') {
    const folders = sectionsOf(channels).flatMap(({ folder }) => folder ?? []);
    return stepAmong(folders, channel, direction, null);
  }
  const sections = sectionsOf(channels);
  const at = sections.findIndex((section) => section.channels.some((one) => one.id === channel.id));
  const section = sections[at];
  if (section === undefined) return null;
  const alike = section.channels.filter((one) => rank(one) === rank(channel));
  const within = stepAmong(alike, channel, direction, section.folder?.id ?? null);
  if (within !== null) return within;
  if (direction === 'down') {
    const next = sections[at + 1];
    return next?.folder ? { parentId: next.folder.id, after: null } : null;
  }
  if (section.folder === null) return null;
  const previous = sections[at - 1];
  return { parentId: previous?.folder?.id ?? null, after: previous?.channels.at(-1)?.id ?? null };
}

function stepAmong(
  neighbours: readonly Channel[],
  channel: Channel,
  direction: 'up' | 'down',
  parentId: Id | null,
): Placement | null {
  const at = neighbours.findIndex((one) => one.id === channel.id);
  if (direction === 'up') return at > 0 ? { parentId, after: neighbours[at - 2]?.id ?? null } : null;
  const next = neighbours[at + 1];
  return next === undefined ? null : { parentId, after: next.id };
}

/** Where something lands that is let go at an edge of another; null where it cannot, or already is. */
export function dropOf(channels: readonly Channel[], dragged: Channel, target: Channel, edge: Edge): Placement | null {
  const placement = dragged.type === 'folder' ? folderDrop(channels, dragged, target, edge) : leafDrop(channels, dragged, target, edge);
  if (placement === null) return null;
  const before = sectionsOf(channels);
  const after = sectionsOf(arranged(channels, dragged.id, placement));
  return JSON.stringify(before.map(idsOf)) === JSON.stringify(after.map(idsOf)) ? null : placement;
}

const idsOf = ({ folder, channels }: ReturnType<typeof sectionsOf>[number]) => [
  folder?.id ?? null,
  ...channels.map((one) => one.id),
];

/** A folder goes among folders, wherever in one of them it is let go. */
function folderDrop(channels: readonly Channel[], dragged: Channel, target: Channel, edge: Edge): Placement | null {
  const folders = sectionsOf(channels).flatMap(({ folder }) => folder ?? []);
  const beside = target.type === 'folder' ? target : folders.find((folder) => folder.id === target.parentId);
  if (beside === undefined) return { parentId: null, after: null };
  return edge === 'before' ? before(folders, dragged, beside, null) : { parentId: null, after: beside.id };
}

function leafDrop(channels: readonly Channel[], dragged: Channel, target: Channel, edge: Edge): Placement | null {
  if (dragged.id === target.id) return null;
  if (target.type === 'folder') return { parentId: target.id, after: null };
  const parentId = target.parentId ?? null;
  if (edge !== 'before') return { parentId, after: target.id };
  const section = sectionsOf(channels).find(({ channels: within }) => within.some((one) => one.id === target.id));
  return before(section?.channels ?? [], dragged, target, parentId);
}

function before(neighbours: readonly Channel[], dragged: Channel, target: Channel, parentId: Id | null): Placement {
  const others = neighbours.filter((one) => one.id !== dragged.id && rank(one) === rank(target));
  const at = others.findIndex((one) => one.id === target.id);
  return { parentId, after: others[at - 1]?.id ?? null };
}
