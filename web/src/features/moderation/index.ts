import { later, laterOverlay } from '@/shared/ui/later';

export { PutOutNotice } from './components/put-out-notice';
export { useReporting } from './components/use-reporting';
export { useModeration } from './components/use-moderation';
export { useTimeoutEnds } from './model/use-timeout-ends';
export { useNewUntil } from './model/use-new-until';
export { useWaitingReports } from './model/use-reports';
export { followModeration } from './realtime/follow';
export const ReportQueue = later(() => import('./components/report-queue'));
export const SafetySettings = later(() => import('./components/safety-settings'));
export const BanList = later(() => import('./components/ban-list'));
export const BansDialog = laterOverlay(() => import('./components/bans-dialog'));
