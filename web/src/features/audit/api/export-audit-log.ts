import type { Id } from '@/gateway/contract/ids';
import { download } from '@/gateway/http/request';
import type { AuditFilter } from './list-audit-log';

export type ExportFormat = 'csv' | 'ndjson';

export const exportAuditLog = (serverId: Id, filter: AuditFilter, format: ExportFormat): Promise<Blob> =>
  download(`/servers/${serverId}/audit-log/export`, { ...filter, format });
