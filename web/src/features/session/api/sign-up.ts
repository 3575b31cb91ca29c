import { reach } from '@/gateway/session/form-request';

export interface NewUser {
  readonly firstName: string;
  readonly lastName: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

/** Makes an account. It can be sent again when no answer came. */
export async function signUp(user: NewUser): Promise<void> {
  await reach('/api/registrations', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(user),
  });
}
