import { ChevronRight, GripVertical, Lock, Users } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Id } from '@/gateway/contract/ids';
import { isEveryone, type Role } from '@/gateway/contract/role';
import type { Standing } from '@/gateway/rights/standing';
import { useSortable, type SortableNews } from '@/shared/hooks/use-sortable';
import { useText, type Translate } from '@/shared/i18n';
import { cx } from '@/shared/ui/cx';
import { hint } from '@/shared/ui/hint';
import { Icon } from '@/shared/ui/icon';
import { Dot } from '@/shared/ui/role-colour';

interface RoleListProps {
  readonly roles: readonly Role[];
  readonly standing: Standing;
  readonly current: Id | null;
  readonly hrefOf: (roleId: Id) => string;
  readonly onMove: (order: readonly Id[]) => void;
}

const row = (active: boolean) =>
  cx(
    'flex h-9 min-w-0 grow items-center gap-2.5 rounded-control pr-2.5 text-body transition-colors pointer-coarse:h-12',
    active ? 'bg-tint/10 font-medium text-text-1' : 'text-text-2 hover:bg-tint/5 hover:text-text-1',
  );

/** The roles, the highest first; those beneath one's own can be put into another order. */
export function RoleList({ roles, standing, current, hrefOf, onMove }: RoleListProps) {
  const t = useText();
  const hintId = useId();
  const [news, setNews] = useState<SortableNews | null>(null);
  const ordered = roles.filter((role) => !isEveryone(role));
  const everyone = roles.find(isEveryone);
  const ids = useMemo(() => roles.filter((role) => !isEveryone(role)).map((role) => role.id), [roles]);
  const { gripOf, isLifted, styleOf } = useSortable({ ids, fixed: standing.fixed, onMove, onNews: setNews });
  return (
    <nav aria-label={t('role.list')}>
      <p id={hintId} className="sr-only">
        {t('role.moveHint')}
      </p>
      <p role="status" className="sr-only">
        {news && newsText(t, news, ordered)}
      </p>
      <ol>
        {ordered.map((role, index) => {
          const movable = index >= standing.fixed;
          return (
            <li
              key={role.id}
              style={styleOf(role.id)}
              data-lifted={isLifted(role.id) || undefined}
              className="group/role relative py-px data-lifted:drop-shadow-lg"
            >
              <div className={cx('flex rounded-control', isLifted(role.id) && 'bg-surface-3 ring-1 ring-tint/14')}>
                {movable ? (
                  <button
                    type="button"
                    aria-label={t('role.move', { name: role.name })}
                    aria-describedby={hintId}
                    aria-pressed={isLifted(role.id)}
                    className="absolute inset-y-px left-0 z-1 grid w-6 cursor-grab touch-none place-items-center rounded-control text-text-3 opacity-0 group-hover/role:opacity-100 focus-visible:opacity-100 active:cursor-grabbing aria-pressed:opacity-100 pointer-coarse:w-9 pointer-coarse:opacity-100"
                    {...gripOf(role.id)}
                  >
                    <Icon of={GripVertical} size={15} />
                  </button>
                ) : null}
                <Link
                  href={hrefOf(role.id)}
                  aria-current={role.id === current ? 'page' : undefined}
                  className={cx(row(role.id === current), 'pl-7 pointer-coarse:pl-10')}
                  draggable={false}
                >
                  <Dot colour={role.colour} />
                  <span className="min-w-0 grow truncate" dir="auto">
                    {role.name}
                  </span>
                  {!standing.isAbove(role) && (
                    <span
                      role="img"
                      aria-label={t('role.fixed', { name: role.name })}
                      className="text-text-3"
                      {...hint(t('role.fixed', { name: role.name }))}
                    >
                      <Icon of={Lock} size={14} />
                    </span>
                  )}
                  <Icon of={ChevronRight} size={16} className="text-text-3 tablet:hidden" />
                </Link>
              </div>
            </li>
          );
        })}
      </ol>
      {everyone && (
        <div className="mt-2 border-t border-line pt-2">
          <Link
            href={hrefOf(everyone.id)}
            aria-current={everyone.id === current ? 'page' : undefined}
            className={cx(row(everyone.id === current), 'pl-2.5')}
          >
            <Icon of={Users} size={16} className="shrink-0 text-text-3" />
            <span className="grow truncate">{t('role.everyone')}</span>
            <Icon of={ChevronRight} size={16} className="text-text-3 tablet:hidden" />
          </Link>
        </div>
      )}
    </nav>
  );
}

function newsText(t: Translate, { id, kind, place }: SortableNews, roles: readonly Role[]): string {
  const values = { name: roles.find((role) => role.id === id)?.name ?? '', place, count: roles.length };
  switch (kind) {
    case 'lifted':
      return t('role.lifted', values);
    case 'moved':
      return t('role.movedTo', values);
    case 'dropped':
      return t('role.dropped', values);
    case 'putBack':
      return t('role.putBack', values);
  }
}
