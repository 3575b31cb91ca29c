import type { RolePage } from '@/gateway/contract/role';
import { followFeed } from '@/gateway/feed/cache-follower';
import { rolesName } from '../model/use-roles';
import { applyRoleFrame } from './apply-role-frame';

/** Lets the roles follow the feed. */
export function followRoles(): void {
  followFeed<RolePage>(rolesName, (page, frame, key) => applyRoleFrame(page, frame, String(key[1])));
}
