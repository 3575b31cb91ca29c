import type { Id } from '@/gateway/contract/ids';
import type { ReportReason } from '@/gateway/contract/moderation';
import { command } from '@/gateway/http/request';

export const reportMessage = (messageId: Id, reason: ReportReason, text: string | undefined): Promise<void> =>
  command('POST', `/messages/${messageId}/reports`, { body: { reason, text } });
