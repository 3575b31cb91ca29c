import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import type { PresencePage } from '@/gateway/contract/presence';

/** Who of a server is connected, as far as one was told. */
export interface Connected {
  readonly count: number;
  /** Whether who is not known to be connected is offline; not so in a large server. */
  readonly complete: boolean;
  /** Who is known to be in the server: a presence does not say which servers it is about. */
  readonly people: ReadonlySet<Id>;
}

export const connectedOf = ({ connected, complete, presences }: PresencePage): Connected => ({
  count: connected,
  complete,
  people: new Set(presences.map(({ userId }) => userId)),
});

/** The present one when the next says the same, so that nothing is drawn again. */
export function keptConnected(present: Connected | undefined, next: Connected): Connected {
  const same =
    present?.count === next.count &&
    present.complete === next.complete &&
    present.people.size === next.people.size &&
    [...next.people].every((userId) => present.people.has(userId));
  return same ? present : next;
}

/** What a frame makes of it; the same object when it changes nothing. */
export function applyConnectedFrame(connected: Connected, frame: EventFrame): Connected {
  switch (frame.type) {
    case 'member.joined': {
      const { userId } = frame.member;
      return connected.people.has(userId) ? connected : { ...connected, people: new Set([...connected.people, userId]) };
    }
    case 'member.left':
    case 'member.kicked':
    case 'member.banned': {
      if (!connected.people.has(frame.userId)) return connected;
      return { ...connected, people: new Set([...connected.people].filter((one) => one !== frame.userId)) };
    }
    default:
      return connected;
  }
}
