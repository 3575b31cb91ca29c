import { wayIn } from '@/features/session';
import { session } from '@/gateway/session/access-token';
import { recall, remember } from '@/shared/model/stored';

// Who is signed in needs nothing of the way in, and the other way round.
export const signedIn = () => import('./signed-in');
export { wayIn };

const name = 'beep.half';

/** Fetches the half that was needed here last time, while it is being found out who is there now. */
export function fetchLikelyHalf(): void {
  session.subscribe(() => {
    const state = session.get();
    if (state === 'signed-in') remember(name, 'in');
    if (state === 'signed-out') remember(name, null);
  });
  const likely = recall(name) === 'in' ? signedIn : wayIn;
  // A half that does not come is told of where it is shown.
  likely().catch(() => undefined);
}
