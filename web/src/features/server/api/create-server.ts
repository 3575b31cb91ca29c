import { CreatedServer } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export interface NewServer {
  readonly name: string;
  readonly description?: string;
  readonly visibility: 'public' | 'private';
  readonly template: string;
  /** Of the names that come from the template. */
  readonly language: string;
}

export const createServer = (server: NewServer, idempotencyKey: string): Promise<CreatedServer> =>
  request('POST', '/servers', CreatedServer, { body: server, idempotencyKey });
