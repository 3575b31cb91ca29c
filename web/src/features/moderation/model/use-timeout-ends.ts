import { useEffect, useEffectEvent } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Server } from '@/gateway/contract/server';
import { at } from '@/shared/model/timers';

/** A moment later than the end, so that Beep knows of it too. */
const AFTER_MS = 250;

/** Asked again as long as Beep's clock has not got there. */
const AGAIN_MS = 5_000;

/** A time-out ends without a word from Beep: tells when one's own has, until the servers no longer speak of it. */
export function useTimeoutEnds(servers: readonly Server[], onEnd: (serverId: Id) => void): void {
  const ended = useEffectEvent(onEnd);
  const ends = servers.flatMap((one) => (one.timedOutUntil === undefined ? [] : [`${one.id} ${one.timedOutUntil}`])).join();
  useEffect(() => {
    const stops = new Map<string, () => void>();
    const wait = (end: string, moment: number) => {
      const [serverId = ''] = end.split(' ');
      stops.set(
        end,
        at(moment, () => {
          ended(serverId);
          wait(end, Date.now() + AGAIN_MS);
        }),
      );
    };
    for (const end of ends === '' ? [] : ends.split(',')) {
      const [, until = ''] = end.split(' ');
      wait(end, Date.parse(until) + AFTER_MS);
    }
    return () => stops.forEach((stop) => stop());
  }, [ends]);
}
