import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import type { MemberPage } from '@/gateway/contract/server';

/** What a frame makes of the members of a server. Who joins stands at the end, unless the end is not loaded. */
export function applyMemberFrame(page: MemberPage, frame: EventFrame, serverId: Id): MemberPage {
  if (frame.type === 'member.joined' && frame.serverId === serverId) {
    const known = page.items.some((member) => member.userId === frame.member.userId);
    return known || page.hasAfter ? page : { ...page, items: [...page.items, frame.member] };
  }
  if (frame.type === 'member.left' && frame.serverId === serverId) {
    return page.items.some((member) => member.userId === frame.userId)
      ? { ...page, items: page.items.filter((member) => member.userId !== frame.userId) }
      : page;
  }
  return page;
}
