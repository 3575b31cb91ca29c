import * as v from 'valibot';
import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import { newStore } from '@/shared/model/store';
import { recall, remember } from '@/shared/model/stored';
import { listed, seen, type Readings } from './unread';

const Stored = v.record(v.string(), v.string());

export const readings = newStore<Readings>(new Map());

let name: string | null = null;

/** Takes up what this user had seen in this browser. */
export function startReadings(userId: Id): void {
  name = `beep.seen.${userId}`;
  const parsed = v.safeParse(Stored, parse(recall(name)));
  const known = Object.entries(parsed.success ? parsed.output : {});
  readings.set(new Map(known.map(([channelId, id]) => [channelId, { seen: id, latest: id, count: 0 }])));
}

export function markSeen(channelId: Id, messageId: Id): void {
  change((present) => seen(present, channelId, messageId));
}

/** Everything that is known of a channel was seen. */
export function markRead(channelId: Id): void {
  change((present) => seen(present, channelId, present.get(channelId)?.latest ?? ''));
}

export function channelsListed(channels: readonly Channel[]): void {
  change((present) =>
    channels
      .filter((channel) => channel.type === 'text')
      .reduce((all, channel) => listed(all, channel.id, channel.lastMessageId), present),
  );
}

export function change(apply: (present: Readings) => Readings): void {
  const before = readings.get();
  const after = apply(before);
  if (after === before) return;
  readings.set(after);
  if (name !== null) {
    remember(name, JSON.stringify(Object.fromEntries([...after].map(([channelId, reading]) => [channelId, reading.seen]))));
  }
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '{}') as unknown;
  } catch {
    return {};
  }
}
