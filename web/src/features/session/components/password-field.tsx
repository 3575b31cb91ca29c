import { Eye, EyeOff } from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { useText } from '@/shared/i18n';
import { TextField } from '@/shared/ui/field';
import { IconButton } from '@/shared/ui/icon-button';

export function PasswordField(props: Omit<ComponentProps<typeof TextField>, 'type' | 'aside'>) {
  const t = useText();
  const [shown, setShown] = useState(false);
  return (
    <TextField
      {...props}
      type={shown ? 'text' : 'password'}
      aside={
        <IconButton
          icon={shown ? EyeOff : Eye}
          label={t(shown ? 'session.passwordHide' : 'session.passwordShow')}
          aria-pressed={shown}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
