import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useText, type Translate } from '@/shared/i18n';
import { Button } from '@/shared/ui/button';
import { Icon } from '@/shared/ui/icon';
import { SelectField } from '@/shared/ui/select-field';
import type { Terms } from '../api/create-invitation';
import { inUnits, lifetimes, limits, usualLifetime } from '../model/terms';

interface NewLinkFormProps {
  readonly busy: boolean;
  readonly onMake: (terms: Terms) => void;
}

/** For a link on other terms than the usual. */
export function NewLinkForm({ busy, onMake }: NewLinkFormProps) {
  const t = useText();
  const [expiresIn, setExpiresIn] = useState<number>(usualLifetime);
  const [most, setMost] = useState(0);
  return (
    <form
      className="grid grid-cols-[1fr_1fr_auto] items-end gap-3 max-tablet:grid-cols-2"
      onSubmit={(event) => {
        event.preventDefault();
        onMake({ expiresIn, ...(most === 0 ? {} : { maxUses: most }) });
      }}
    >
      <SelectField
        label={t('invite.lasts')}
        value={String(expiresIn)}
        onChange={(value) => setExpiresIn(Number(value))}
        options={lifetimes.map((seconds) => ({ value: String(seconds), label: lifetimeText(t, seconds) }))}
      />
      <SelectField
        label={t('invite.most')}
        value={String(most)}
        onChange={(value) => setMost(Number(value))}
        options={limits.map((limit) => ({
          value: String(limit),
          label: limit === 0 ? t('invite.noLimit') : t('invite.persons', { count: limit }),
        }))}
      />
      <Button type="submit" look="quiet" disabled={busy} className="h-10! max-tablet:col-span-2">
        <Icon of={Plus} size={16} />
        {t('invite.another')}
      </Button>
    </form>
  );
}

function lifetimeText(t: Translate, seconds: number): string {
  if (seconds === 0) return t('invite.lastsForEver');
  const { unit, count } = inUnits(seconds);
  return t(`invite.${unit}`, { count });
}
