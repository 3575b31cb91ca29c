import { later } from '@/shared/ui/later';

export const SearchPanel = later(() => import('./components/search-panel'));
