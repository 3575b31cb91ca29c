import { ChosenStatus, type Status } from '@/gateway/contract/presence';
import { request } from '@/gateway/http/request';

/** What I chose to be shown as. */
export const getPresence = async (signal?: AbortSignal): Promise<Status> =>
  (await request('GET', '/me/presence', ChosenStatus, { signal })).status;
