import type { Id } from '@/gateway/contract/ids';
import { Accepted } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export type PictureOf = 'picture' | 'banner';

/** Null takes it away. */
export const changePicture = (serverId: Id, which: PictureOf, picture: Blob | null): Promise<Accepted> =>
  picture === null
    ? request('DELETE', `/servers/${serverId}/${which}`, Accepted)
    : request('PUT', `/servers/${serverId}/${which}`, Accepted, { picture });
