import type { QueryClient } from '@tanstack/react-query';
import type { Status } from '@/gateway/contract/presence';
import { onAlive, onFrame, onSignal } from '@/gateway/feed/feed';
import { followDevice } from '@/gateway/presence/device';
import { presences, presencesMissed, presencesTold } from '@/gateway/presence/presences';
import { applyConnectedFrame, type Connected } from '../model/connected';
import { connectedName } from '../model/use-connected';
import { ownStatusKey } from '../model/use-own-status';

/** Lets who is there follow the feed, and tells the feed that this device is. Call it before the feed opens. */
export function followPresence(client: QueryClient): () => void {
  const stops = [
    onSignal((signal) => {
      if (signal.type === 'presence') presencesTold(signal.presences);
      if (signal.type === 'presence.chosen') client.setQueryData<Status>(ownStatusKey, signal.status);
    }),
    onFrame((frame) => {
      if (!('serverId' in frame) || frame.serverId === undefined) return;
      const key = [connectedName, frame.serverId];
      const before = client.getQueryData<Connected>(key);
      const after = before && applyConnectedFrame(before, frame);
      // Setting what is there already would make it look fresh.
      if (after !== before) client.setQueryData<Connected>(key, after);
    }),
    onAlive((opened) => {
      if (!opened) return;
      // What was told while there was no line was told to nobody.
      presencesMissed();
      void client.invalidateQueries({ queryKey: [connectedName] });
      void client.invalidateQueries({ queryKey: ownStatusKey });
    }),
    followDevice(),
  ];
  return () => {
    stops.forEach((stop) => stop());
    presences.set(new Map());
  };
}
