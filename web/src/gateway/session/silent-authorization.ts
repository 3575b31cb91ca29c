import * as v from 'valibot';
import { Problem } from '../http/problem';
import { newPkce, randomText } from './pkce';

const CLIENT_ID = 'beep-web';
const TIME_LIMIT_MS = 15_000;

const TokenAnswer = v.object({ access_token: v.string(), expires_in: v.optional(v.number(), 300) });

export interface Authorization {
  readonly accessToken: string;
  /** As `Date.now()` counts. */
  readonly expiresAt: number;
}

/**
 * Gets an access token over identity's session cookie, without a page being shown: the code comes back in the address
 * at which the redirects end. There is no refresh token, so no long-lived secret is within reach of a script.
 *
 * @returns null when nobody is signed in
 * @throws {Problem} when the authorization server cannot be reached or refuses for another reason
 */
export async function authorizeSilently(): Promise<Authorization | null> {
  const { verifier, challenge } = await newPkce();
  const state = randomText();
  const redirectUri = `${location.origin}/callback`;
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT_ID,
    redirect_uri: redirectUri,
    scope: 'openid profile beep',
    prompt: 'none',
    state,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const answer = await reach(`/oauth2/authorize?${asked.toString()}`, { headers: { Accept: 'text/html' } });
  const end = new URL(answer.url);
  if (end.pathname === '/callback') {
    // The address is the answer; a body that nobody reads could hold its connection until the time limit.
    await answer.body?.cancel();
  } else {
    if (answer.status === 401 || end.pathname === '/login') return null;
    throw answer.ok ? new Problem(502, { code: 'identity.unexpected' }) : await Problem.of(answer);
  }
  const refusal = end.searchParams.get('error');
  if (refusal === 'login_required') return null;
  const code = end.searchParams.get('code');
  if (refusal !== null || code === null || end.searchParams.get('state') !== state) {
    throw new Problem(502, { code: 'identity.refused' });
  }
  return exchange(code, verifier, redirectUri);
}

async function exchange(code: string, verifier: string, redirectUri: string): Promise<Authorization> {
  const response = await reach('/oauth2/token', {
    method: 'POST',
    headers: { Accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: CLIENT_ID,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) throw await Problem.of(response);
  const token = v.safeParse(TokenAnswer, await response.json());
  if (!token.success) throw new Problem(502, { code: 'identity.unexpected' });
  return {
    accessToken: token.output.access_token,
    expiresAt: Date.now() + token.output.expires_in * 1_000,
  };
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, {
      ...init,
      credentials: 'same-origin',
      redirect: 'follow',
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
  } catch {
    throw Problem.unreachable();
  }
}
