import { useQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { getOverwrites } from '../api/get-overwrites';

export const overwritesName = 'overwrites';

export const overwritesKey = (channelId: Id) => [overwritesName, channelId] as const;

/** What a channel gives and takes, for who may manage roles in it; `enabled` says whether one may. */
export const useOverwrites = (channelId: Id, enabled = true) =>
  useQuery({ queryKey: overwritesKey(channelId), queryFn: ({ signal }) => getOverwrites(channelId, signal), enabled });
