import { later } from '@/shared/ui/later';

export type { ProposedChange } from './api/preview-change';
export { Foresight } from './components/foresight';
export { useForesight } from './model/foresight';
export { followPermissions } from './realtime/follow';
export const PermissionExplainer = later(() => import('./components/permission-explainer'));
export const PreviewInside = later(() => import('./components/preview-inside'));
export const ChangePreview = later(() => import('./components/change-preview'));
