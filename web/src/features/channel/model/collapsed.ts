import type { Id } from '@/gateway/contract/ids';
import { newStoredStore } from '@/shared/model/stored';

const folders = newStoredStore<readonly Id[]>(
  'collapsed',
  (text) => (text === null || text === '' ? [] : text.split(' ')),
  (ids) => ids.join(' '),
);

/** The folders that are closed in this browser. */
export const collapsed = {
  store: folders,
  toggle: (id: Id) =>
    folders.update((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids.slice(-199), id])),
};
