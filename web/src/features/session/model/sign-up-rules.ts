import type { TextKey } from '@/shared/i18n';
import type { NewUser } from '../api/sign-up';

export type FieldName = keyof NewUser;

/** What is wrong before it is sent. The server judges again and knows more, such as names that are taken. */
export function mistakesOf(user: NewUser): Partial<Record<FieldName, TextKey>> {
  return {
    ...(user.firstName.trim() === '' ? { firstName: 'session.required' } : {}),
    ...(user.lastName.trim() === '' ? { lastName: 'session.required' } : {}),
    ...(/^[a-z0-9._-]{2,32}$/.test(user.username) ? {} : { username: 'session.usernameInvalid' }),
    ...(/^\S+@\S+\.\S+$/.test(user.email.trim()) || /^\S+@localhost$/.test(user.email.trim())
      ? {}
      : { email: 'session.emailInvalid' }),
    ...(user.password.length >= 10 ? {} : { password: 'session.passwordShort' }),
  };
}
