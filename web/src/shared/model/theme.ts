import { newStoredStore } from './stored';

export type Theme = 'dark' | 'light' | 'system';

/** What the user chose; `public/appearance.js` reads the same key before the first paint. */
export const theme = newStoredStore<Theme>(
  'theme',
  (text) => (text === 'dark' || text === 'light' ? text : 'system'),
  (value) => value,
);

export function startTheme(): void {
  theme.subscribe(show);
  show();
}

function show(): void {
  const wanted = theme.get();
  if (wanted === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = wanted;
}
