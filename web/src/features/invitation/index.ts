import { later, laterOverlay } from '@/shared/ui/later';

export { useReceivedInvitations } from './model/use-received';
export { followInvitations } from './realtime/follow';
export { followReceived } from './realtime/follow-received';
export const InviteDialog = laterOverlay(() => import('./components/invite-dialog'));
export const InvitationScreen = later(() => import('./components/invitation-screen'));
export const ReceivedScreen = later(() => import('./components/received-screen'));
