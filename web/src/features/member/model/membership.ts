import type { Role } from '@/gateway/contract/role';
import type { Standing } from '@/gateway/rights/standing';
import type { HandOut } from './use-hand-out';

/** The roles of a server, and what one may do with them. */
export interface ServerRoles {
  /** The highest first. */
  readonly roles: readonly Role[];
  readonly standing: Standing;
  readonly handOut: (change: HandOut) => void;
}
