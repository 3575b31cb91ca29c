import * as v from 'valibot';
import { Problem } from '../http/problem';

const Csrf = v.object({ headerName: v.string(), token: v.string() });

/**
 * Posts to identity with its CSRF token, over its session cookie.
 *
 * @throws {Problem} for every answer but 2xx
 */
export async function postWithCsrf(path: string, fields: Record<string, string> = {}): Promise<void> {
  const csrf = v.parse(Csrf, await (await reach('/identity/csrf', { headers: { Accept: 'application/json' } })).json());
  await reach(path, {
    method: 'POST',
    headers: { Accept: 'application/json', [csrf.headerName]: csrf.token },
    body: new URLSearchParams(fields),
  });
}

export async function reach(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', signal: AbortSignal.timeout(20_000), ...init });
  } catch {
    throw Problem.unreachable();
  }
  if (!response.ok) throw await Problem.of(response);
  return response;
}
