import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import type { Invitation, InvitationPage } from '@/gateway/contract/invitation';

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
    case 'server.created':
    case 'server.renamed':
    case 'server.described':
    case 'server.tagged':
    case 'server.handed-over':
    case 'server.deleted':
    case 'member.joined':
    case 'member.left':
    case 'channel.created':
    case 'channel.renamed':
    case 'channel.topic-set':
    case 'channel.slow-mode-set':
    case 'channel.placed':
    case 'channel.moved':
    case 'channel.deleted':
    case 'message.sent':
    case 'message.edited':
    case 'message.deleted':
      return page;
  }
}

function change(page: InvitationPage, code: string, apply: (one: Invitation) => Invitation[]): InvitationPage {
  return page.items.some((one) => one.code === code)
    ? { ...page, items: page.items.flatMap((one) => (one.code === code ? apply(one) : [one])) }
    : page;
}
