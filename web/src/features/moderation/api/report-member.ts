import type { Id } from '@/gateway/contract/ids';
import type { ReportReason } from '@/gateway/contract/moderation';
import { command } from '@/gateway/http/request';

export const reportMember = (serverId: Id, userId: Id, reason: ReportReason, text: string | undefined): Promise<void> =>
  command('POST', `/servers/${serverId}/members/${userId}/reports`, { body: { reason, text } });
