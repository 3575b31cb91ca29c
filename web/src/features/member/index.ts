import { later, laterOverlay } from '@/shared/ui/later';

export { MembersButton } from './components/members-button';
export type { ServerRoles } from './model/membership';
export { useHandOut, type HandOut } from './model/use-hand-out';
export { memberKey, useMember, useMembersById } from './model/use-member';
export { useMembers } from './model/use-members';
export { followMembers } from './realtime/follow';
export const MemberList = later(() => import('./components/member-list'));
export const AuthorProfile = laterOverlay(() => import('./components/author-profile'));
