import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import type { Invitation, InvitationPage, MemberInvitationPage } from '@/gateway/contract/invitation';

/** What a frame makes of the invitations of one server. */
export function applyInvitationFrame(page: InvitationPage, frame: EventFrame, serverId: Id): InvitationPage {
  switch (frame.type) {
    case 'invitation.created':
      return frame.serverId === serverId && !page.items.some((one) => one.code === frame.invitation.code)
        ? { ...page, items: [frame.invitation, ...page.items] }
        : page;
    case 'invitation.accepted':
      return change(page, frame.code, (one) =>
        one.maxUses !== undefined && frame.uses >= one.maxUses ? [] : [{ ...one, uses: frame.uses }],
      );
    case 'invitation.revoked':
      return change(page, frame.code, () => []);
    default:
      return page;
  }
}

/** Whoever has come is waited for no more; that someone declined is told to nobody. */
export function applyMemberInvitationFrame(
  page: MemberInvitationPage,
  frame: EventFrame,
  serverId: Id,
): MemberInvitationPage {
  if (frame.type !== 'member.joined' || frame.serverId !== serverId) return page;
  const { userId } = frame.member;
  return page.items.some((one) => one.userId === userId)
    ? { ...page, items: page.items.filter((one) => one.userId !== userId) }
    : page;
}

function change(page: InvitationPage, code: string, apply: (one: Invitation) => Invitation[]): InvitationPage {
  return page.items.some((one) => one.code === code)
    ? { ...page, items: page.items.flatMap((one) => (one.code === code ? apply(one) : [one])) }
    : page;
}
