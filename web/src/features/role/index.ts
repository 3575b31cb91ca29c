export { useRoles } from './model/use-roles';
export { followRoles } from './realtime/follow';
