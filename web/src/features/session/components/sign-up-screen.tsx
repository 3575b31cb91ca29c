import { useMutation } from '@tanstack/react-query';
import { useState, type ComponentProps } from 'react';
import { Link, useSearch } from 'wouter';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { signIn } from '../api/sign-in';
import { signUp, type NewUser } from '../api/sign-up';
import { mistakesOf, type FieldName } from '../model/sign-up-rules';
import { AuthFrame } from './auth-frame';
import { PasswordField } from './password-field';

const blank: NewUser = { firstName: '', lastName: '', username: '', email: '', password: '' };

export function SignUpScreen() {
  const t = useText();
  const search = useSearch();
  const [user, setUser] = useState(blank);
  const [touched, setTouched] = useState<ReadonlySet<FieldName>>(new Set());
  const signing = useMutation({
    mutationFn: async (wanted: NewUser) => {
      await signUp(wanted);
      await signIn(wanted.email, wanted.password);
    },
  });
  const mistakes = mistakesOf(user);
  const refused = signing.error === null ? undefined : asProblem(signing.error);

  const field = (name: FieldName): Pick<ComponentProps<typeof TextField>, 'name' | 'value' | 'onChange' | 'onBlur' | 'error'> => {
    const mistake = touched.has(name) ? mistakes[name] : undefined;
    return {
      name,
      value: user[name],
      onChange: (event) => setUser({ ...user, [name]: event.target.value }),
      onBlur: () => user[name] !== '' && setTouched(new Set(touched).add(name)),
      error: mistake === undefined ? fieldText(t, refused, name) : t(mistake),
    };
  };

  return (
    <AuthFrame title={t('session.signUpTitle')} lead={t('session.signUpLead')}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTouched(new Set<FieldName>(['firstName', 'lastName', 'username', 'email', 'password']));
          if (Object.keys(mistakes).length > 0) {
            event.currentTarget.querySelector<HTMLInputElement>(`[name=${Object.keys(mistakes)[0]}]`)?.focus();
            return;
          }
          signing.mutate({
            ...user,
            firstName: user.firstName.trim(),
            lastName: user.lastName.trim(),
            email: user.email.trim(),
          });
        }}
      >
        <div className="grid grid-cols-2 gap-3">
          <TextField label={t('session.firstName')} autoComplete="given-name" autoFocus required {...field('firstName')} />
          <TextField label={t('session.lastName')} autoComplete="family-name" required {...field('lastName')} />
        </div>
        <TextField
          label={t('session.username')}
          hint={t('session.usernameHint')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={32}
          required
          {...field('username')}
          onChange={(event) => setUser({ ...user, username: event.target.value.toLowerCase() })}
        />
        <TextField label={t('session.email')} type="email" autoComplete="email" required {...field('email')} />
        <PasswordField
          label={t('session.password')}
          hint={t('session.passwordHint')}
          autoComplete="new-password"
          maxLength={128}
          required
          {...field('password')}
        />
        {refused?.fields.size === 0 && <FormError text={problemText(t, refused)} />}
        <Button type="submit" size="large" disabled={signing.isPending}>
          {t('session.signUp')}
        </Button>
      </form>
      <p className="text-meta text-text-2">
        {t('session.known')}{' '}
        <Link href={paths.signIn + (search && `?${search}`)} className="font-semibold text-accent-text hover:underline">
          {t('session.signIn')}
        </Link>
      </p>
    </AuthFrame>
  );
}
