import type { Id } from '@/gateway/contract/ids';
import type { ReportOutcome } from '@/gateway/contract/moderation';
import { command } from '@/gateway/http/request';

export const resolveReport = (
  serverId: Id,
  reportId: Id,
  outcome: ReportOutcome,
  note: string | undefined,
): Promise<void> => command('PUT', `/servers/${serverId}/reports/${reportId}/resolution`, { body: { outcome, note } });
