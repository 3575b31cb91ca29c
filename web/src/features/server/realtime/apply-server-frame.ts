import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import type { Server, ServerPage } from '@/gateway/contract/server';

/** What a frame makes of my servers. Those that I join come by a fresh load: a frame does not tell all of them. */
export function applyServerFrame(page: ServerPage, frame: EventFrame, me: Id): ServerPage {
  switch (frame.type) {
    case 'server.renamed':
      return change(page, frame.serverId, (server) => ({ ...server, name: frame.name }));
    case 'server.described':
      return change(page, frame.serverId, (server) => ({ ...server, description: frame.description }));
    case 'server.tagged':
      return change(page, frame.serverId, (server) => ({ ...server, tags: frame.tags }));
    case 'server.handed-over':
      return change(page, frame.serverId, (server) => ({ ...server, ownerId: frame.ownerId }));
    case 'member.joined':
      return change(page, frame.serverId, (server) => ({ ...server, memberCount: server.memberCount + 1 }));
    case 'member.left':
      return frame.userId === me
        ? without(page, frame.serverId)
        : change(page, frame.serverId, (server) => ({ ...server, memberCount: server.memberCount - 1 }));
    case 'server.deleted':
      return without(page, frame.serverId);
    case 'server.created':
    case 'channel.created':
    case 'channel.renamed':
    case 'channel.topic-set':
    case 'channel.slow-mode-set':
    case 'channel.placed':
    case 'channel.moved':
    case 'channel.deleted':
    case 'invitation.created':
    case 'invitation.accepted':
    case 'invitation.revoked':
    case 'message.sent':
    case 'message.edited':
    case 'message.deleted':
      return page;
  }
}

function change(page: ServerPage, id: Id, apply: (server: Server) => Server): ServerPage {
  return page.items.some((server) => server.id === id)
    ? { ...page, position: page.position, items: page.items.map((server) => (server.id === id ? apply(server) : server)) }
    : page;
}

function without(page: ServerPage, id: Id): ServerPage {
  return page.items.some((server) => server.id === id)
    ? { ...page, items: page.items.filter((server) => server.id !== id) }
    : page;
}
