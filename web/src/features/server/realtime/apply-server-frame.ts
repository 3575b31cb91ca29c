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
    case 'server.visibility-set':
      return change(page, frame.serverId, (server) => ({ ...server, visibility: frame.visibility }));
    case 'server.picture-set':
      return change(page, frame.serverId, (server) => ({ ...server, pictureUrl: frame.pictureUrl }));
    case 'server.banner-set':
      return change(page, frame.serverId, (server) => ({ ...server, bannerUrl: frame.bannerUrl }));
    case 'server.handed-over':
      return change(page, frame.serverId, (server) => ({ ...server, ownerId: frame.ownerId }));
    case 'member.joined':
      return change(page, frame.serverId, (server) => ({ ...server, memberCount: server.memberCount + 1 }));
    case 'member.banned':
      return frame.wasMember ? departed(page, frame, me) : page;
    case 'member.left':
    case 'member.kicked':
      return departed(page, frame, me);
    case 'member.timed-out':
      return frame.userId === me
        ? change(page, frame.serverId, (server) => ({ ...server, timedOutUntil: frame.until }))
        : page;
    case 'member.timeout-lifted':
      return frame.userId === me
        ? change(page, frame.serverId, (server) => ({ ...server, timedOutUntil: undefined }))
        : page;
    case 'server.deleted':
      return without(page, frame.serverId);
    default:
      return page;
  }
}

function departed(page: ServerPage, { serverId, userId }: { readonly serverId: Id; readonly userId: Id }, me: Id): ServerPage {
  return userId === me
    ? without(page, serverId)
    : change(page, serverId, (server) => ({ ...server, memberCount: server.memberCount - 1 }));
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
