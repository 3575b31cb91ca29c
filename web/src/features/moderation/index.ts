import { later, laterOverlay } from '@/shared/ui/later';

export { PutOutNotice } from './components/put-out-notice';
export { useModeration } from './components/use-moderation';
export { useTimeoutEnds } from './model/use-timeout-ends';
export { followModeration } from './realtime/follow';
export const BanList = later(() => import('./components/ban-list'));
export const BansDialog = laterOverlay(() => import('./components/bans-dialog'));
