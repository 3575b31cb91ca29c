export { MemberList } from './components/member-list';
export { memberKey, useMember, useMembersById } from './model/use-member';
export { useMembers } from './model/use-members';
export { followMembers } from './realtime/follow';
