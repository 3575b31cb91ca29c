import type { Id } from '@/gateway/contract/ids';
import { ReportPage } from '@/gateway/contract/moderation';
import { request } from '@/gateway/http/request';

export type ReportState = 'open' | 'closed';

/** What is reported in a server, the newest first. */
export const listReports = (
  serverId: Id,
  state: ReportState,
  cursor: number | undefined,
  signal?: AbortSignal,
): Promise<ReportPage> => request('GET', `/servers/${serverId}/reports`, ReportPage, { query: { state, cursor }, signal });
