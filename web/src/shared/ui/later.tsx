import { lazy, Suspense, useState, type ComponentType } from 'react';

type Load<P> = () => Promise<{ readonly default: ComponentType<P> }>;

const ahead = new Set<() => Promise<unknown>>();

/** A view whose code is no part of the first load. Where it will be, nothing stands until it has come. */
export function later<P extends object>(load: Load<P>): ComponentType<P> {
  let present: ComponentType<P> | null = null;
  const fetchView = async () => {
    const fetched = await load();
    present = fetched.default;
    return fetched;
  };
  const Absent = lazy(fetchView);
  ahead.add(fetchView);
  return function Later(props: P) {
    // What was fetched ahead is there in the same moment: nothing that is typed meanwhile goes elsewhere.
    const [View] = useState<ComponentType<P>>(() => present ?? Absent);
    return (
      <Suspense fallback={null}>
        <View {...props} />
      </Suspense>
    );
  };
}

/** As {@link later}, for what opens over the page: it is asked for when it opens first, and stays for its way out. */
export function laterOverlay<P extends { readonly open: boolean }>(load: Load<P>): ComponentType<P> {
  const Overlay = later(load);
  return function LaterOverlay(props: P) {
    const [wanted, setWanted] = useState(props.open);
    if (props.open && !wanted) setWanted(true);
    return wanted ? <Overlay {...props} /> : null;
  };
}

/**
 * Fetches all that comes later, once the browser has nothing better to do: what is opened then is there at once, also
 * without a connection.
 */
export function fetchAhead(): void {
  const fetchAll = () => {
    // What does not come now is asked for again when it is wanted, and told of then.
    for (const load of ahead) load().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) requestIdleCallback(fetchAll, { timeout: 4_000 });
  else setTimeout(fetchAll, 1_000);
}
