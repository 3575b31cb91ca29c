import { endSession } from '@/gateway/session/access-token';
import { postWithCsrf } from '@/gateway/session/form-request';

/** Ends identity's session; without an answer this page forgets the token all the same. */
export async function signOut(): Promise<void> {
  try {
    await postWithCsrf('/logout');
  } finally {
    endSession();
  }
}
