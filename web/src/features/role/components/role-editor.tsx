import { Tabs } from '@base-ui/react/tabs';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { isEveryone, type Role } from '@/gateway/contract/role';
import type { Server } from '@/gateway/contract/server';
import { reloadPast } from '@/gateway/feed/reload';
import { asProblem } from '@/gateway/http/problem';
import { fieldText, problemText } from '@/gateway/problem-text';
import type { Standing } from '@/gateway/rights/standing';
import { useText } from '@/shared/i18n';
import { mayLeave } from '@/shared/model/unsaved';
import { Icon } from '@/shared/ui/icon';
import { IconButton } from '@/shared/ui/icon-button';
import { Dot } from '@/shared/ui/role-colour';
import { UnsavedBar } from '@/shared/ui/unsaved-bar';
import { changeRole } from '../api/change-role';
import { changeOf, drafted, emptyDraft, switched, type RoleDraft } from '../model/role-draft';
import { useDeleteRole } from '../model/use-delete-role';
import { rolesKey } from '../model/use-roles';
import { PermissionSwitches } from './permission-switches';
import { RoleDisplay } from './role-display';
import { RoleMembers } from './role-members';
import type { BeforeDeletion, PreviewOf, RoleMembership } from './roles-settings';

export type RoleTab = 'display' | 'permissions' | 'members';

interface RoleEditorProps {
  readonly role: Role;
  readonly server: Server;
  readonly standing: Standing;
  readonly membership: RoleMembership;
  readonly previewOf: PreviewOf;
  readonly beforeDeletion: BeforeDeletion;
  readonly tab: RoleTab;
  readonly onTab: (tab: RoleTab) => void;
  readonly onGone: () => void;
}

/** One role: how it looks, what it allows, who has it. */
export function RoleEditor(props: RoleEditorProps) {
  const { role, server, standing, membership, previewOf, beforeDeletion, tab, onTab, onGone } = props;
  const t = useText();
  const client = useQueryClient();
  const [draft, setDraft] = useState<RoleDraft>(emptyDraft);
  const deletion = useDeleteRole(onGone);
  const everyone = isEveryone(role);
  const editable = standing.isAbove(role);
  const shown = drafted(role, draft);
  const change = changeOf(role, draft);
  const discard = () => {
    setDraft(emptyDraft);
    saving.reset();
  };
  const saving = useMutation({
    mutationFn: () => changeRole(server.id, role.id, change),
    onSuccess: async ({ position }) => {
      await reloadPast(client, rolesKey(server.id), position);
      discard();
    },
    // What was done before the refusal stays.
    onError: () => client.invalidateQueries({ queryKey: rolesKey(server.id) }),
  });
  const problem = saving.error === null ? undefined : asProblem(saving.error);
  const mayDelete = role.permissions.every(standing.has);
  const tabs: readonly { readonly value: RoleTab; readonly label: string; readonly panel: ReactNode }[] = [
    {
      value: 'display',
      label: t('role.tabDisplay'),
      panel: (
        <RoleDisplay
          name={shown.name}
          colour={shown.colour}
          disabled={!editable}
          nameError={fieldText(t, problem, 'name')}
          onName={(name) => setDraft({ ...draft, name })}
          onColour={(colour) => setDraft({ ...draft, colour })}
        />
      ),
    },
    {
      value: 'permissions',
      label: t('role.tabPermissions'),
      panel: (
        <PermissionSwitches
          allowed={shown.permissions}
          editable={editable}
          mayChange={standing.has}
          onSwitch={(permission, on) => setDraft((present) => switched(role, present, permission, on))}
        />
      ),
    },
    {
      value: 'members',
      label: t('role.tabMembers'),
      panel: <RoleMembers role={role} server={server} standing={standing} membership={membership} />,
    },
  ];
  const shownTabs = everyone ? tabs.filter(({ value }) => value === 'permissions') : tabs;
  const open = everyone ? 'permissions' : tab;
  return (
    <section aria-label={everyone ? t('role.everyone') : shown.name} className="flex max-w-form min-w-0 grow flex-col">
      <header className="flex min-h-9 items-center gap-2.5">
        {!everyone && <Dot colour={shown.colour} size={14} />}
        <h2 className="min-w-0 grow truncate text-body font-semibold" dir="auto">
          {everyone ? t('role.everyone') : shown.name.trim() === '' ? role.name : shown.name}
        </h2>
        {!everyone && editable && (
          <IconButton
            icon={Trash2}
            label={t(mayDelete ? 'role.delete' : 'role.deleteLacks')}
            side="left"
            aria-disabled={!mayDelete || deletion.running}
            onClick={() => mayDelete && !deletion.running && mayLeave() && beforeDeletion(role, () => deletion.run(role))}
            className="aria-disabled:opacity-45 hover:bg-danger/12 hover:text-danger-text"
          />
        )}
      </header>
      {everyone && <p className="mt-1 text-meta text-text-2">{t('role.everyoneBody')}</p>}
      {!editable && (
        <p className="mt-3 flex items-start gap-2.5 rounded-control bg-tint/6 px-3 py-2.5 text-meta text-text-2">
          <Icon of={Lock} size={16} className="mt-px shrink-0" />
          {standing.highest
            ? t('role.notBeneath', { highest: standing.highest.name })
            : t('role.notBeneathAny')}
        </p>
      )}
      <Tabs.Root
        value={open}
        onValueChange={(next: RoleTab) => onTab(next)}
        className="mt-3 flex grow flex-col"
      >
        {!everyone && (
          <Tabs.List className="relative flex gap-5 border-b border-line">
            {shownTabs.map(({ value, label }) => (
              <Tabs.Tab
                key={value}
                value={value}
                className="h-10 text-meta font-medium text-text-2 transition-colors hover:text-text-1 data-active:text-text-1 pointer-coarse:h-11"
              >
                {label}
              </Tabs.Tab>
            ))}
            <Tabs.Indicator className="absolute -bottom-px left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) rounded-full bg-accent transition-transform" />
          </Tabs.List>
        )}
        {shownTabs.map(({ value, panel }) => (
          <Tabs.Panel key={value} value={value} className="grid gap-6 pt-5 outline-offset-4" tabIndex={-1}>
            {panel}
          </Tabs.Panel>
        ))}
        <UnsavedBar
          unsaved={Object.keys(change).length > 0}
          saving={saving.isPending}
          blocked={shown.name.trim() === ''}
          error={problem && problemText(t, problem)}
          preview={draft.permissions.size > 0 && previewOf(role.id, shown.permissions)}
          onSave={() => saving.mutate()}
          onDiscard={discard}
        />
      </Tabs.Root>
    </section>
  );
}
