import { later } from '@/shared/ui/later';

export const AuditLog = later(() => import('./components/audit-log'));
export type { Thing } from './components/audit-log';
export { useMemberHistory } from './components/use-member-history';
