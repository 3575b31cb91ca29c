import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Id } from '@/gateway/contract/ids';
import type { Overwrite } from '@/gateway/contract/overwrite';
import type { Role } from '@/gateway/contract/role';
import type { Channel } from '@/gateway/contract/server';
import { reloadPast } from '@/gateway/feed/reload';
import { problemText } from '@/gateway/problem-text';
import { groupsOfChannel, type Permission } from '@/gateway/rights/permissions';
import type { Standing } from '@/gateway/rights/standing';
import { useText } from '@/shared/i18n';
import { mayLeave } from '@/shared/model/unsaved';
import { Icon } from '@/shared/ui/icon';
import { IconButton } from '@/shared/ui/icon-button';
import { ThreeStates } from '@/shared/ui/three-states';
import { toast } from '@/shared/ui/toasts';
import { UnsavedBar } from '@/shared/ui/unsaved-bar';
import { removeOverwrite } from '../api/remove-overwrite';
import { setOverwrite, type Said } from '../api/set-overwrite';
import { drafted, inherited, set, stateOf, type OverwriteDraft, type Subject } from '../model/overwrite-draft';
import { overwritesKey } from '../model/use-overwrites';

interface OverwriteEditorProps {
  readonly channel: Channel;
  readonly target: {
    readonly id: Id;
    readonly name: string;
    readonly picture: ReactNode;
    readonly subject: Subject;
    readonly editable: boolean;
    readonly reason: string | undefined;
  };
  readonly said: Said;
  /** Whether the channel says anything about the target. */
  readonly saved: boolean;
  readonly overwrites: readonly Overwrite[];
  readonly roles: readonly Role[];
  readonly standing: Standing;
  readonly previewOf: PreviewOf;
  readonly beforeRemoval: BeforeRemoval;
  readonly onRemoved: () => void;
}

/** Whom an overwrite is for. */
export interface OverwriteTarget {
  readonly kind: 'role' | 'member';
  readonly id: Id;
}

/** What it would do if a channel said just this about a role or member. */
export type PreviewOf = (target: OverwriteTarget, said: Said) => ReactNode;

/** Looks at what it would do if a channel said nothing of a role or member, and lets it be done when that is wanted. */
export type BeforeRemoval = (target: OverwriteTarget & { readonly name: string }, run: () => void) => void;

/** What a channel says about one role or member. */
export function OverwriteEditor(props: OverwriteEditorProps) {
  const { channel, target, said, saved, overwrites, roles, standing, previewOf, beforeRemoval, onRemoved } = props;
  const t = useText();
  const client = useQueryClient();
  const [draft, setDraft] = useState<OverwriteDraft>(new Map());
  const shown = drafted(said, draft);
  const aim: OverwriteTarget = { kind: target.subject.kind === 'member' ? 'member' : 'role', id: target.id };
  const elsewhere = inherited(roles, overwrites, target.subject);
  const discard = () => {
    setDraft(new Map());
    saving.reset();
  };
  const saving = useMutation({
    mutationFn: () => setOverwrite(channel.id, target.id, shown),
    onSuccess: async ({ position }) => {
      await reloadPast(client, overwritesKey(channel.id), position);
      discard();
    },
  });
  const removing = useMutation({
    mutationFn: () => removeOverwrite(channel.id, target.id),
    onSuccess: async ({ position }) => {
      onRemoved();
      toast(t('overwrite.removed', { name: target.name }));
      await reloadPast(client, overwritesKey(channel.id), position);
    },
    onError: (error) => toast(problemText(t, error), { tone: 'danger' }),
  });
  const mayRemove = target.editable && [...said.allow, ...said.deny].every(standing.has);
  const noteOf = (permission: Permission): string =>
    target.editable && !standing.has(permission)
      ? t('role.lacks')
      : t('overwrite.inherits', { state: elsewhere(permission) ? 'yes' : 'no' });
  return (
    <section aria-label={target.name} className="flex max-w-form min-w-0 grow flex-col">
      <header className="flex min-h-9 items-center gap-2.5">
        {target.picture}
        <h2 className="min-w-0 grow truncate text-body font-semibold" dir="auto">
          {target.name}
        </h2>
        {saved && target.subject.kind !== 'everyone' && target.editable && (
          <IconButton
            icon={Trash2}
            label={mayRemove ? t('overwrite.removeOf', { name: target.name }) : t('role.lacks')}
            side="left"
            aria-disabled={!mayRemove || removing.isPending}
            onClick={() =>
              mayRemove &&
              !removing.isPending &&
              mayLeave() &&
              beforeRemoval({ ...aim, name: target.name }, () => removing.mutate())
            }
            className="aria-disabled:opacity-45 hover:bg-danger/12 hover:text-danger-text"
          />
        )}
      </header>
      {target.reason !== undefined && (
        <p className="mt-3 flex items-start gap-2.5 rounded-control bg-tint/6 px-3 py-2.5 text-meta text-text-2">
          <Icon of={Lock} size={16} className="mt-px shrink-0" />
          {target.reason}
        </p>
      )}
      <div className="mt-4 grid gap-6">
        {groupsOfChannel(channel.type).map(({ group, permissions }) => (
          <section key={group} aria-label={t(`permissions.${group}`)}>
            <h3 className="pb-1 text-label font-semibold text-text-3">{t(`permissions.${group}`)}</h3>
            <ul className="divide-y divide-line">
              {permissions.map((permission) => (
                <li key={permission} className="py-3">
                  <ThreeStates
                    label={t(`permission.${permission}`)}
                    detail={t(`permission.${permission}.about`)}
                    note={noteOf(permission)}
                    value={stateOf(shown, permission)}
                    disabled={!target.editable || !standing.has(permission)}
                    onChange={(state) => setDraft((present) => set(said, present, permission, state))}
                  />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <UnsavedBar
        unsaved={draft.size > 0}
        saving={saving.isPending}
        preview={draft.size > 0 && previewOf(aim, shown)}
        error={saving.error === null ? undefined : problemText(t, saving.error)}
        onSave={() => saving.mutate()}
        onDiscard={discard}
      />
    </section>
  );
}
