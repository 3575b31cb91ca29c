import type { Id } from '@/gateway/contract/ids';
import { PermissionPreview } from '@/gateway/contract/permission';
import { request } from '@/gateway/http/request';

type Permissions = readonly string[];

interface OfOverwrite {
  readonly channelId: Id;
  readonly targetKind: 'role' | 'member';
  readonly targetId: Id;
}

/** A change of roles or overwrites that is not made yet. Permissions of a role are all that it shall allow. */
export type ProposedChange =
  | { readonly change: 'role-permissions-set'; readonly roleId: Id; readonly permissions: Permissions }
  | { readonly change: 'role-deleted'; readonly roleId: Id }
  | { readonly change: 'role-given' | 'role-taken'; readonly roleId: Id; readonly userId: Id }
  | ({ readonly change: 'overwrite-set'; readonly allow: Permissions; readonly deny: Permissions } & OfOverwrite)
  | ({ readonly change: 'overwrite-removed' } & OfOverwrite)
  | { readonly change: 'channel-synced'; readonly channelId: Id };

export const previewChange = (serverId: Id, change: ProposedChange, signal?: AbortSignal): Promise<PermissionPreview> =>
  request('POST', `/servers/${serverId}/permission-preview`, PermissionPreview, { body: change, signal });
