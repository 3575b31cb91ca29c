import type { Id } from '@/gateway/contract/ids';

/** What of a channel was seen, what its newest message is, and how many by others came since. */
export interface ChannelReading {
  /** Empty when nothing was. */
  readonly seen: Id;
  /** Empty when there is none. */
  readonly latest: Id;
  readonly count: number;
}

export type Readings = ReadonlyMap<Id, ChannelReading>;

/** A channel's list says what its newest message is. What was never opened here counts as read up to then. */
export function listed(readings: Readings, channelId: Id, latest: Id | undefined): Readings {
  const known = readings.get(channelId);
  if (known === undefined) return with_(readings, channelId, { seen: latest ?? '', latest: latest ?? '', count: 0 });
  if (latest === undefined || latest <= known.latest) return readings;
  return with_(readings, channelId, { ...known, latest });
}

/** Somebody wrote. One's own message says that one has read what was before. */
export function arrived(readings: Readings, channelId: Id, messageId: Id, mine: boolean): Readings {
  const known = readings.get(channelId) ?? { seen: '', latest: '', count: 0 };
  if (messageId <= known.latest) return readings;
  return with_(
    readings,
    channelId,
    mine ? { seen: messageId, latest: messageId, count: 0 } : { ...known, latest: messageId, count: known.count + 1 },
  );
}

/** Everything up to this message was seen. */
export function seen(readings: Readings, channelId: Id, messageId: Id): Readings {
  const known = readings.get(channelId) ?? { seen: '', latest: '', count: 0 };
  if (messageId <= known.seen) return readings;
  const latest = messageId > known.latest ? messageId : known.latest;
  return with_(readings, channelId, { seen: messageId, latest, count: latest === messageId ? 0 : known.count });
}

export const isUnread = (reading: ChannelReading | undefined): boolean =>
  reading !== undefined && reading.latest > reading.seen;

function with_(readings: Readings, channelId: Id, reading: ChannelReading): Readings {
  return new Map(readings).set(channelId, reading);
}
