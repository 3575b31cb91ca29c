import type { Channel, Server } from '@/gateway/contract/server';

/** Somewhere to jump to, or something to do. */
export interface Target {
  readonly id: string;
  readonly kind: 'channel' | 'server' | 'action';
  readonly name: string;
  /** What stands beside the name in quiet letters. */
  readonly aside: string;
  readonly run: () => void;
}

export function targetsOf(
  servers: readonly Server[],
  channels: readonly Channel[],
  actions: readonly Target[],
  go: (serverId: string, channelId?: string) => void,
): readonly Target[] {
  const names = new Map(servers.map((server) => [server.id, server.name]));
  return [
    ...channels
      .filter((channel) => channel.type === 'text')
      .map((channel) => ({
        id: channel.id,
        kind: 'channel' as const,
        name: channel.name,
        aside: names.get(channel.serverId) ?? '',
        run: () => go(channel.serverId, channel.id),
      })),
    ...servers.map((server) => ({
      id: server.id,
      kind: 'server' as const,
      name: server.name,
      aside: '',
      run: () => go(server.id),
    })),
    ...actions,
  ];
}

/** The targets that fit what was typed, best first: the name begins with it, a word of it does, it is in it, its letters are. */
export function matching(targets: readonly Target[], typed: string, most: number): readonly Target[] {
  const words = fold(typed.trim());
  if (words === '') return targets.slice(0, most);
  return targets
    .map((target) => ({ target, rank: rankOf(fold(target.name), words) }))
    .filter(({ rank }) => rank < 4)
    .toSorted((a, b) => a.rank - b.rank || a.target.name.length - b.target.name.length)
    .slice(0, most)
    .map(({ target }) => target);
}

function rankOf(name: string, words: string): number {
  if (name.startsWith(words)) return 0;
  if (name.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(words))) return 1;
  if (name.includes(words)) return 2;
  return hasLetters(name, words) ? 3 : 4;
}

function hasLetters(name: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = name.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Without case and accents. */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
