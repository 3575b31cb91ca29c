import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearch } from 'wouter';
import { asProblem } from '@/gateway/http/problem';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { Button } from '@/shared/ui/button';
import { TextField } from '@/shared/ui/field';
import { FormError } from '@/shared/ui/form-error';
import { signIn } from '../api/sign-in';
import { AuthFrame } from './auth-frame';
import { PasswordField } from './password-field';

export function SignInScreen() {
  const t = useText();
  const search = useSearch();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signing = useMutation({ mutationFn: () => signIn(email.trim(), password) });
  const wrong = signing.isError && asProblem(signing.error).status === 401;
  return (
    <AuthFrame title={t('session.signInTitle')} lead={t('session.signInLead')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          signing.mutate();
        }}
      >
        <TextField
          label={t('session.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordField
          label={t('session.password')}
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {signing.isError && <FormError text={wrong ? t('session.wrong') : problemText(t, signing.error)} />}
        <Button type="submit" size="large" disabled={signing.isPending}>
          {t('session.signIn')}
        </Button>
      </form>
      <p className="text-meta text-text-2">
        {t('session.new')}{' '}
        <Link href={paths.register + (search && `?${search}`)} className="font-semibold text-accent-text hover:underline">
          {t('session.signUp')}
        </Link>
      </p>
    </AuthFrame>
  );
}
