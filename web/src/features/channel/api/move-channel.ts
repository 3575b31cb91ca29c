import type { Id } from '@/gateway/contract/ids';
import { command } from '@/gateway/http/request';
import type { Placement } from '../model/arrange';

/** Says behind which channel it is to stand, and not where all of them do: two people may move channels at once. */
export const moveChannel = (channelId: Id, { parentId, after }: Placement): Promise<void> =>
  command('PUT', `/channels/${channelId}/place`, {
    body: { ...(parentId === null ? {} : { parentId }), ...(after === null ? {} : { after }) },
  });
