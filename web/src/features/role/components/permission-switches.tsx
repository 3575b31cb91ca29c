import { Info, Search } from 'lucide-react';
import { useState } from 'react';
import { groupsOfServer, type Permission } from '@/gateway/rights/permissions';
import { useText } from '@/shared/i18n';
import { Icon } from '@/shared/ui/icon';
import { SwitchField } from '@/shared/ui/switch-field';

interface PermissionSwitchesProps {
  readonly allowed: readonly string[];
  /** Whether one may change anything here at all. */
  readonly editable: boolean;
  readonly mayChange: (permission: Permission) => boolean;
  readonly onSwitch: (permission: Permission, on: boolean) => void;
}

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

/** Everything that a role can allow, group by group. */
export function PermissionSwitches({ allowed, editable, mayChange, onSwitch }: PermissionSwitchesProps) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const words = fold(typed.trim());
  const groups = groupsOfServer
    .map(({ group, permissions }) => ({
      group,
      permissions: permissions.filter((one) =>
        fold(`${t(`permission.${one}`)} ${t(`permission.${one}.about`)} ${one}`).includes(words),
      ),
    }))
    .filter(({ permissions }) => permissions.length > 0);
  return (
    <>
      <label className="relative block">
        <span className="sr-only">{t('role.search')}</span>
        <Icon of={Search} size={16} className="pointer-events-none absolute inset-y-0 left-3 my-auto text-text-3" />
        <input
          type="search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          placeholder={t('role.search')}
          maxLength={100}
          className="h-9 w-full rounded-control bg-field pr-3 pl-9 text-entry text-text-1 ring-1 ring-tint/14 transition-shadow hover:ring-tint/24 focus-visible:ring-accent-strong focus-visible:outline-1 focus-visible:outline-offset-0 pointer-coarse:h-11"
        />
      </label>
      {allowed.includes('ADMINISTRATOR') && (
        <p className="flex items-start gap-2.5 rounded-control bg-warning/14 px-3 py-2.5 text-meta text-text-1">
          <Icon of={Info} size={16} className="mt-px shrink-0" />
          {t('role.administrator')}
        </p>
      )}
      {groups.length === 0 && <p className="text-meta text-text-2">{t('role.searchNone', { words: typed.trim() })}</p>}
      {groups.map(({ group, permissions }) => (
        <section key={group} aria-label={t(`permissions.${group}`)}>
          <h3 className="pb-1 text-label font-semibold text-text-3">{t(`permissions.${group}`)}</h3>
          <ul className="divide-y divide-line">
            {permissions.map((permission) => (
              <li key={permission} className="py-3">
                <SwitchField
                  label={t(`permission.${permission}`)}
                  detail={t(`permission.${permission}.about`)}
                  checked={allowed.includes(permission)}
                  disabled={!editable || !mayChange(permission)}
                  reason={editable && !mayChange(permission) ? t('role.lacks') : undefined}
                  onChange={(on) => onSwitch(permission, on)}
                />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
