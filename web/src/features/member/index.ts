export { MemberList } from './components/member-list';
export { useMembers } from './model/use-members';
export { followMembers } from './realtime/follow';
