import { useEffect, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Channel } from '@/gateway/contract/server';
import { newStore, useStore } from '@/shared/model/store';

/** When one may write again, by channel, in milliseconds of this device's clock. */
const turns = newStore<ReadonlyMap<Id, number>>(new Map());

/** Whether slow mode holds for oneself. */
export const isSlow = ({ slowMode, permissions }: Channel): boolean =>
  slowMode > 0 && !permissions.includes('MANAGE_MESSAGES') && !permissions.includes('MANAGE_CHANNELS');

export const slowMode = {
  /** One has written, or was told how long to wait. */
  wait: (channelId: Id, milliseconds: number, now = Date.now()) =>
    turns.update((present) => new Map(present).set(channelId, now + milliseconds)),
  /** What was written never arrived. */
  forget: (channelId: Id) =>
    turns.update((present) => new Map([...present].filter(([id]) => id !== channelId))),
  secondsLeft: (channelId: Id, now = Date.now()): number =>
    Math.max(0, Math.ceil(((turns.get().get(channelId) ?? 0) - now) / 1_000)),
};

/** Seconds until one may write again, counted down; 0 when that is now. */
export function useSecondsLeft(channel: Channel): number {
  const until = useStore(turns, (all) => all.get(channel.id) ?? 0);
  const [, tick] = useState(0);
  const left = isSlow(channel) ? slowMode.secondsLeft(channel.id) : 0;
  useEffect(() => {
    if (left === 0) return;
    const timer = setInterval(() => tick((ticks) => ticks + 1), 250);
    return () => clearInterval(timer);
  }, [left, until]);
  return left;
}
