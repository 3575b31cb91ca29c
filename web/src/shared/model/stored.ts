import { newStore, type Store } from './store';

/** A store that this browser remembers. Where storage is refused or full, it lasts as long as the page. */
export function newStoredStore<T>(key: string, read: (text: string | null) => T, write: (value: T) => string): Store<T> {
  const name = `beep.${key}`;
  const store = newStore(read(recall(name)));
  store.subscribe(() => remember(name, write(store.get())));
  if (typeof window !== 'undefined') {
    window.addEventListener('storage', (event) => {
      if (event.key === name) store.set(read(event.newValue));
    });
  }
  return store;
}

export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function remember(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Refused or full: what would be remembered is a convenience.
  }
}
