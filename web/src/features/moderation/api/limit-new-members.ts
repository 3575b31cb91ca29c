import * as v from 'valibot';
import { Position, type Id } from '@/gateway/contract/ids';
import { request } from '@/gateway/http/request';

const Acknowledged = v.object({ position: Position });

/** Answers the position from which on it holds. */
export const limitNewMembers = (serverId: Id, seconds: number): Promise<v.InferOutput<typeof Acknowledged>> =>
  request('PUT', `/servers/${serverId}/safety/new-members`, Acknowledged, { body: { seconds } });
