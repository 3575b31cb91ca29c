import { AuditLogPage } from '@/gateway/contract/audit';
import type { Id } from '@/gateway/contract/ids';
import { request } from '@/gateway/http/request';

/** Which acts; all of them when nothing is given. */
export interface AuditFilter {
  readonly actor?: Id | undefined;
  readonly action?: string | undefined;
  /** What it was done to, or was about. */
  readonly target?: Id | undefined;
  /** At this time or later, and before that one. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export const listAuditLog = (
  serverId: Id,
  filter: AuditFilter,
  before: number | undefined,
  signal?: AbortSignal,
): Promise<AuditLogPage> =>
  request('GET', `/servers/${serverId}/audit-log`, AuditLogPage, { query: { ...filter, before }, signal });
