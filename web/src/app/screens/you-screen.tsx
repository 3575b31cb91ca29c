import { Check, LogOut } from 'lucide-react';
import { statusChoices, useOwnStatus } from '@/features/presence';
import { signOut } from '@/features/session';
import type { Status } from '@/gateway/contract/presence';
import type { Me } from '@/gateway/contract/user';
import { problemText } from '@/gateway/problem-text';
import { chooseLanguage, useLanguage, useText } from '@/shared/i18n';
import { useStore } from '@/shared/model/store';
import { theme } from '@/shared/model/theme';
import { Button } from '@/shared/ui/button';
import { cx } from '@/shared/ui/cx';
import { Icon } from '@/shared/ui/icon';
import { Main } from '@/shared/ui/main';
import { PresentAvatar } from '@/shared/ui/present-avatar';
import { toast } from '@/shared/ui/toasts';
import { OwnPicture } from './own-picture';

/** Oneself, as a page: what the panel at the foot of the sidebar is on a desktop. */
export default function YouScreen({ me, onKeys }: { me: Me; onKeys: () => void }) {
  const t = useText();
  const language = useLanguage();
  const chosen = useStore(theme);
  const [status, choose] = useOwnStatus();
  return (
    <Main className="scroll">
      <div className="mx-auto grid max-w-[480px] gap-8 px-5 py-8">
        <header className="grid justify-items-center gap-2">
          <PresentAvatar id={me.id} name={me.displayName} url={me.avatarUrl} size={64} shown={status} />
          <h1 className="text-title font-semibold" dir="auto">
            {me.displayName}
          </h1>
          <p className="text-meta text-text-3">@{me.username}</p>
        </header>
        <OwnPicture me={me} />
        <StatusField label={t('presence.choose')} value={status} onChange={choose} choices={statusChoices(t)} />
        <Options
          label={t('me.theme')}
          value={chosen}
          onChange={(next) => theme.set(next)}
          options={[
            { value: 'dark', label: t('me.themeDark') },
            { value: 'light', label: t('me.themeLight') },
            { value: 'system', label: t('me.themeSystem') },
          ]}
        />
        <Options
          label={t('me.language')}
          value={language}
          onChange={chooseLanguage}
          options={[
            { value: 'en', label: 'English' },
            { value: 'fr', label: 'Français' },
          ]}
        />
        <div className="grid gap-2">
          <Button look="quiet" onClick={onKeys} className="pointer-coarse:hidden">
            {t('me.keys')}
          </Button>
          <Button
            look="quiet"
            onClick={() => void signOut().catch((error: unknown) => toast(problemText(t, error), { tone: 'danger' }))}
          >
            <Icon of={LogOut} />
            {t('session.signOut')}
          </Button>
        </div>
      </div>
    </Main>
  );
}

interface OptionsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Options<T extends string>({ label, value, options, onChange }: OptionsProps<T>) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-label font-medium text-text-3">{label}</legend>
      <div className="grid auto-cols-fr grid-flow-col gap-1 rounded-card bg-tint/6 p-1">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'grid h-9 cursor-pointer place-items-center rounded-control text-meta font-medium has-focus-visible:ring-2 has-focus-visible:ring-accent-strong pointer-coarse:h-11',
              option.value === value ? 'bg-surface-3 text-text-1' : 'text-text-2',
            )}
          >
            <input
              type="radio"
              name={label}
              className="sr-only"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface StatusFieldProps {
  readonly label: string;
  readonly value: Status;
  readonly onChange: (value: Status) => void;
  readonly choices: ReturnType<typeof statusChoices>;
}

function StatusField({ label, value, onChange, choices }: StatusFieldProps) {
  return (
    <fieldset className="grid">
      <legend className="mb-2 text-label font-medium text-text-3">{label}</legend>
      <div className="grid gap-px overflow-hidden rounded-card bg-tint/6">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={cx(
              'flex min-h-11 cursor-pointer items-center gap-3 px-3 py-2 has-focus-visible:ring-2 has-focus-visible:ring-accent-strong has-focus-visible:ring-inset',
              choice.value === value && 'bg-tint/8',
            )}
          >
            <input
              type="radio"
              name="status"
              className="sr-only"
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            {choice.mark}
            <span className="grid grow">
              <span className="text-meta font-medium">{choice.label}</span>
              <span className="text-label text-text-2">{choice.detail}</span>
            </span>
            {choice.value === value && <Icon of={Check} size={16} className="shrink-0 text-accent-text" />}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
