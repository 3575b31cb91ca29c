import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus, Shield } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import { isEveryone, type Role } from '@/gateway/contract/role';
import type { Member, Server } from '@/gateway/contract/server';
import { reloadPast } from '@/gateway/feed/reload';
import { asProblem } from '@/gateway/http/problem';
import { problemText } from '@/gateway/problem-text';
import { standingOf } from '@/gateway/rights/standing';
import { useIdempotencyKey } from '@/shared/hooks/use-idempotency-key';
import { usePhone } from '@/shared/hooks/use-media';
import { useText } from '@/shared/i18n';
import { paths } from '@/shared/model/paths';
import { mayLeave } from '@/shared/model/unsaved';
import { Button } from '@/shared/ui/button';
import { Delayed } from '@/shared/ui/delayed';
import { Empty } from '@/shared/ui/empty';
import { Failure } from '@/shared/ui/failure';
import { Icon } from '@/shared/ui/icon';
import { toast } from '@/shared/ui/toasts';
import { createRole } from '../api/create-role';
import { reorderRoles } from '../api/reorder-roles';
import { rolesKey, useRoles } from '../model/use-roles';
import { RoleEditor, type RoleTab } from './role-editor';
import { RoleList } from './role-list';

/** Who is in the server, as far as it is loaded, and what can be done with them. */
export interface RoleMembership {
  readonly own: readonly Id[];
  readonly members: readonly Member[];
  /** Loads the next members; null when there are no more. */
  readonly loadMore: (() => Promise<void>) | null;
  readonly handOut: (change: { userId: Id; roleId: Id; given: boolean; name: string }) => void;
}

/** Looks at what the deletion of a role would do, and lets it be done when that is wanted. */
export type BeforeDeletion = (role: Role, run: () => void) => void;

export type PreviewOf = (roleId: Id, permissions: readonly string[]) => ReactNode;

interface RolesSettingsProps {
  readonly server: Server;
  readonly me: Id;
  /** The role that is open; null for none. */
  readonly open: Id | null;
  readonly membership: RoleMembership;
  /** What it would do if a role allowed just this. */
  readonly previewOf: PreviewOf;
  readonly beforeDeletion: BeforeDeletion;
}

/** The roles of a server in their order, beside the one that is open. On a phone, one of the two. */
export default function RolesSettings({ server, me, open, membership, previewOf, beforeDeletion }: RolesSettingsProps) {
  const t = useText();
  const phone = usePhone();
  const [, navigate] = useLocation();
  const client = useQueryClient();
  const keyFor = useIdempotencyKey();
  const [tab, setTab] = useState<RoleTab>('display');
  // Another press makes another role, a retry of the same press does not.
  const [made, setMade] = useState(0);
  const [wished, setWished] = useState<readonly Id[] | null>(null);
  const { data, error, isError, refetch } = useRoles(server.id);
  const hrefOf = (roleId: Id) => paths.serverSettings(server.id, 'roles', roleId);

  const creation = useMutation({
    mutationFn: () => createRole(server.id, { name: t('role.new') }, keyFor(made)),
    onSuccess: async ({ id, position }) => {
      setMade((count) => count + 1);
      await reloadPast(client, rolesKey(server.id), position);
      setTab('display');
      navigate(hrefOf(id));
    },
    onError: (refusal) => toast(problemText(t, refusal), { tone: 'danger' }),
  });
  const ordering = useMutation({
    mutationFn: (order: readonly Id[]) => reorderRoles(server.id, order),
    onSuccess: ({ position }) => reloadPast(client, rolesKey(server.id), position),
    onError: async (refusal) => {
      const outdated = asProblem(refusal).code === 'role.order-outdated';
      await client.invalidateQueries({ queryKey: rolesKey(server.id) });
      toast(outdated ? t('role.orderOutdated') : problemText(t, refusal), { tone: 'danger' });
    },
    onSettled: () => setWished(null),
  });

  if (isError) return <Failure title={t('role.failed')} body={problemText(t, error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;

  const roles = wished === null ? data.items : sortedBy(data.items, wished);
  const standing = standingOf(server, roles, me, membership.own, server.permissions);
  const role = roles.find((one) => one.id === open);
  const [first] = roles;
  // The keys tell the two apart: a way that was taken once is not taken again by itself.
  if (open === null && !phone && first) return <Redirect key="first" to={hrefOf(first.id)} replace />;
  if (open !== null && role === undefined) {
    return <Redirect key="gone" to={paths.serverSettings(server.id, 'roles')} replace />;
  }

  const only = roles.every(isEveryone);
  const list = (
    <div className="flex flex-col gap-3 desktop:sticky desktop:top-8 desktop:w-60 desktop:shrink-0 desktop:self-start tablet:max-desktop:w-52 tablet:max-desktop:shrink-0">
      <Button look="quiet" disabled={creation.isPending} onClick={() => mayLeave() && creation.mutate()}>
        <Icon of={Plus} size={16} />
        {t('role.create')}
      </Button>
      {only && phone && <Empty icon={Shield} title={t('role.none')} body={t('role.noneBody')} />}
      <RoleList
        roles={roles}
        standing={standing}
        current={open}
        hrefOf={hrefOf}
        onMove={(order) => {
          setWished(order);
          ordering.mutate(order);
        }}
      />
    </div>
  );
  if (phone && role === undefined) {
    return (
      <>
        <p className="text-meta text-text-2">{t('role.lead')}</p>
        {list}
      </>
    );
  }
  return (
    <>
      {!phone && <p className="-mt-4 max-w-[760px] text-body text-pretty text-text-2">{t('role.lead')}</p>}
      <div className="flex grow gap-8 max-desktop:gap-5">
        {!phone && list}
        {role && (
          <RoleEditor
            key={role.id}
            role={role}
            server={server}
            standing={standing}
            membership={membership}
            previewOf={previewOf}
            beforeDeletion={beforeDeletion}
            tab={tab}
            onTab={setTab}
            onGone={() => navigate(paths.serverSettings(server.id, 'roles'))}
          />
        )}
      </div>
    </>
  );
}

function sortedBy<T extends { readonly id: Id }>(items: readonly T[], order: readonly Id[]): readonly T[] {
  const placeOf = (id: Id) => (order.includes(id) ? order.indexOf(id) : order.length);
  return items.toSorted((a, b) => placeOf(a.id) - placeOf(b.id));
}

function Loading() {
  const t = useText();
  return (
    <Delayed>
      <div role="status" aria-label={t('app.loading')} className="flex gap-8">
        <span className="grid w-60 gap-2">
          {[0, 1, 2, 3].map((row) => (
            <span key={row} className="skeleton h-9" />
          ))}
        </span>
        <span className="grid grow gap-4 max-tablet:hidden">
          {[0, 1, 2].map((row) => (
            <span key={row} className="skeleton h-14" />
          ))}
        </span>
      </div>
    </Delayed>
  );
}
