import { startSession } from '@/gateway/session/access-token';
import { postWithCsrf } from '@/gateway/session/form-request';

/**
 * Begins identity's session, then gets the first token over it.
 *
 * @throws {Problem} 401 when the email or the password is wrong, 429 when it was tried too often
 */
export async function signIn(email: string, password: string): Promise<void> {
  await postWithCsrf('/login', { email, password });
  await startSession();
}
