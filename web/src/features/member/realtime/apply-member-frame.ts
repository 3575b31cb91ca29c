import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import type { Member, MemberPage } from '@/gateway/contract/server';
import { withRole } from '../model/with-role';

/** What a frame makes of the members of a server. Who joins stands at the end, unless the end is not loaded. */
export function applyMemberFrame(page: MemberPage, frame: EventFrame, serverId: Id): MemberPage {
  if (frame.type === 'user.picture-set') {
    return change(page, frame.userId, (member) => [{ ...member, avatarUrl: frame.avatarUrl }]);
  }
  if (!('serverId' in frame) || frame.serverId !== serverId) return page;
  if (frame.type === 'member.joined') {
    const known = page.items.some((member) => member.userId === frame.member.userId);
    return known || page.hasAfter ? page : { ...page, items: [...page.items, frame.member] };
  }
  if (frame.type === 'member.left' || frame.type === 'member.kicked' || frame.type === 'member.banned') {
    return change(page, frame.userId, () => []);
  }
  if (frame.type === 'member.timed-out') {
    return change(page, frame.userId, (member) => [{ ...member, timedOutUntil: frame.until }]);
  }
  if (frame.type === 'member.timeout-lifted') {
    return change(page, frame.userId, (member) => [{ ...member, timedOutUntil: undefined }]);
  }
  if ((frame.type === 'role.given' || frame.type === 'role.taken') && frame.serverId === serverId) {
    return change(page, frame.userId, (member) => [withRole(member, frame.roleId, frame.type === 'role.given')]);
  }
  // What is deleted is named by nobody's roles any more, and shown nowhere.
  return page;
}

function change(page: MemberPage, userId: Id, apply: (member: Member) => Member[]): MemberPage {
  return page.items.some((member) => member.userId === userId)
    ? { ...page, items: page.items.flatMap((member) => (member.userId === userId ? apply(member) : [member])) }
    : page;
}
