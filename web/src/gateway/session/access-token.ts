import { newStore } from '@/shared/model/store';
import { Problem } from '../http/problem';
import { authorizeSilently, type Authorization } from './silent-authorization';

/** A token is renewed this long before it ends, so that no request meets an expired one. */
const MARGIN_MS = 45_000;

export type SessionState = 'starting' | 'signed-in' | 'signed-out' | 'unreachable';

/** Whether somebody is signed in here. The token itself stays in this module, in memory only. */
export const session = newStore<SessionState>('starting');

let present: Authorization | null = null;
let renewing: Promise<string> | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The token, renewed first when it is about to end. */
export async function accessToken(): Promise<string> {
  if (present !== null && present.expiresAt - Date.now() > 5_000) return present.accessToken;
  return renewAccessToken();
}

/**
 * Gets a new token; callers who ask at the same time share one.
 *
 * @throws {Problem} 401 when nobody is signed in any more
 */
export function renewAccessToken(): Promise<string> {
  renewing ??= renew().finally(() => {
    renewing = null;
  });
  return renewing;
}

/** Finds out who is signed in; answers through {@link session}. */
export async function startSession(): Promise<void> {
  try {
    await renewAccessToken();
  } catch (error) {
    if (session.get() !== 'signed-out') session.set('unreachable');
    if (!(error instanceof Problem)) throw error;
  }
}

export function endSession(): void {
  clearTimeout(timer);
  present = null;
  session.set('signed-out');
}

async function renew(): Promise<string> {
  const authorization = await authorizeSilently();
  if (authorization === null) {
    endSession();
    throw new Problem(401, { code: 'session.ended' });
  }
  present = authorization;
  clearTimeout(timer);
  timer = setTimeout(
    () => {
      // A failure here is not the last word: the next request renews, and says so when that fails too.
      renewAccessToken().catch(() => undefined);
    },
    Math.max(authorization.expiresAt - Date.now() - MARGIN_MS, 10_000),
  );
  session.set('signed-in');
  return authorization.accessToken;
}
