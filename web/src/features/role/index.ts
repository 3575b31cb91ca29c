import { later } from '@/shared/ui/later';

export { useRoles } from './model/use-roles';
export { followRoles } from './realtime/follow';
export const RolesSettings = later(() => import('./components/roles-settings'));
