import { later, laterOverlay } from '@/shared/ui/later';

export { followInvitations } from './realtime/follow';
export const InviteDialog = laterOverlay(() => import('./components/invite-dialog'));
export const InvitationScreen = later(() => import('./components/invitation-screen'));
