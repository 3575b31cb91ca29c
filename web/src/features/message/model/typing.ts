import type { TypingSignal } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import { newStore } from '@/shared/model/store';
import { TYPING_LASTS_MS } from './limits';

export interface Typist {
  readonly userId: Id;
  readonly displayName: string | undefined;
}

type TypistsByChannel = ReadonlyMap<Id, readonly Typist[]>;

const none: readonly Typist[] = [];
const typists = newStore<TypistsByChannel>(new Map());
const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Who is writing where; each signal holds for some seconds. */
export const typing = {
  store: typists,
  in: (byChannel: TypistsByChannel, channelId: Id): readonly Typist[] => byChannel.get(channelId) ?? none,

  started({ channelId, user: { id: userId, displayName } }: TypingSignal): void {
    const timer = `${channelId} ${userId}`;
    clearTimeout(timers.get(timer));
    timers.set(
      timer,
      setTimeout(() => typing.stopped(channelId, userId), TYPING_LASTS_MS),
    );
    change(channelId, (present) =>
      present.some((typist) => typist.userId === userId) ? present : [...present, { userId, displayName }],
    );
  },

  stopped(channelId: Id, userId: Id): void {
    const timer = `${channelId} ${userId}`;
    clearTimeout(timers.get(timer));
    timers.delete(timer);
    change(channelId, (present) =>
      present.some((typist) => typist.userId === userId) ? present.filter((typist) => typist.userId !== userId) : present,
    );
  },
};

function change(channelId: Id, apply: (present: readonly Typist[]) => readonly Typist[]): void {
  const present = typing.in(typists.get(), channelId);
  const next = apply(present);
  if (next !== present) typists.set(new Map(typists.get()).set(channelId, next));
}
