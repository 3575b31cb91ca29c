import * as v from 'valibot';
import { Position, type Id } from '@/gateway/contract/ids';
import { request } from '@/gateway/http/request';

const Acknowledged = v.object({ position: Position });

/** Answers the position from which on it holds. */
export const setForbiddenWords = (
  serverId: Id,
  blocked: readonly string[],
  reported: readonly string[],
): Promise<v.InferOutput<typeof Acknowledged>> =>
  request('PUT', `/servers/${serverId}/safety/words`, Acknowledged, { body: { blocked, reported } });
