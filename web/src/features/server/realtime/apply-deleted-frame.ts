import type { EventFrame } from '@/gateway/contract/frame';
import type { DeletedServerPage } from '@/gateway/contract/server';

/** What a frame makes of the servers that I deleted. Another one comes by a fresh load: a frame does not tell its name. */
export function applyDeletedFrame(page: DeletedServerPage, frame: EventFrame): DeletedServerPage {
  switch (frame.type) {
    case 'server.deletion-progress': {
      const { serverId, step, done, total } = frame;
      return page.items.some((one) => one.id === serverId)
        ? {
            ...page,
            items: page.items.map((one) => (one.id === serverId ? { ...one, progress: { step, done, total } } : one)),
          }
        : page;
    }
    case 'server.restored':
    case 'server.deletion-finished':
      return page.items.some((one) => one.id === frame.serverId)
        ? { ...page, items: page.items.filter((one) => one.id !== frame.serverId) }
        : page;
    default:
      return page;
  }
}
