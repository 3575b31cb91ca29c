import type { EventFrame } from '@/gateway/contract/frame';
import type { Id } from '@/gateway/contract/ids';
import { isEveryone, type Role, type RolePage } from '@/gateway/contract/role';

/** What a frame makes of the roles of a server. */
export function applyRoleFrame(page: RolePage, frame: EventFrame, serverId: Id): RolePage {
  switch (frame.type) {
    case 'role.created':
      return frame.serverId === serverId ? created(page, frame.role) : page;
    case 'role.renamed':
      return change(page, frame.roleId, (role) => ({ ...role, name: frame.name }));
    case 'role.recoloured':
      return change(page, frame.roleId, (role) => ({ ...role, colour: frame.colour }));
    case 'role.permissions-set':
      return change(page, frame.roleId, (role) => ({ ...role, permissions: frame.permissions }));
    case 'roles.reordered':
      return frame.serverId === serverId ? reordered(page, frame.order) : page;
    case 'role.deleted':
      return page.items.some((role) => role.id === frame.roleId)
        ? { ...page, items: page.items.filter((role) => role.id !== frame.roleId) }
        : page;
    case 'role.restored':
      return frame.serverId === serverId ? reordered(created(page, frame.role), frame.order) : page;
    default:
      return page;
  }
}

/** Beneath all others, above that of everyone. */
function created(page: RolePage, role: Role): RolePage {
  if (page.items.some((one) => one.id === role.id)) return page;
  return {
    ...page,
    items: [...page.items.filter((one) => !isEveryone(one)), role, ...page.items.filter(isEveryone)],
  };
}

/** What the order does not name stays behind what it names. */
function reordered(page: RolePage, order: readonly Id[]): RolePage {
  const place = new Map(order.map((id, index) => [id, index]));
  const placeOf = (role: Role) => place.get(role.id) ?? (isEveryone(role) ? Infinity : order.length);
  return { ...page, items: page.items.toSorted((a, b) => (placeOf(a) === placeOf(b) ? 0 : placeOf(a) - placeOf(b))) };
}

function change(page: RolePage, id: Id, apply: (role: Role) => Role): RolePage {
  return page.items.some((role) => role.id === id)
    ? { ...page, items: page.items.map((role) => (role.id === id ? apply(role) : role)) }
    : page;
}
