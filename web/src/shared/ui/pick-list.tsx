import { Popover } from '@base-ui/react/popover';
import { Search } from 'lucide-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useText } from '../i18n';
import { Button } from './button';
import { cx } from './cx';
import { Delayed } from './delayed';
import { Icon } from './icon';

/** Something to pick. */
export interface Pickable {
  readonly id: string;
  /** Those of a group stand together under its name. */
  readonly group: string;
  readonly name: string;
  readonly detail?: string;
  readonly picture: ReactNode;
}

interface PickShellProps {
  readonly label: string;
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly align?: 'start' | 'end' | undefined;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A button, and what it opens. */
export function PickShell({ label, trigger, align = 'end', open, onOpenChange, children }: PickShellProps) {
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner side="bottom" align={align} sideOffset={6} collisionPadding={8} className="z-50 outline-none">
          <Popover.Popup
            aria-label={label}
            className="pop w-72 max-w-[calc(100vw-16px)] overflow-hidden rounded-card bg-surface-3 shadow-float outline-none"
          >
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

interface PickListProps<P extends Pickable> {
  readonly label: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** What fits what was typed. */
  readonly picks: readonly P[];
  readonly onPick: (pick: P) => void;
  /** Whether what fits is being looked for. */
  readonly looking?: boolean;
  /** Whether there is more than is shown, which another letter brings. */
  readonly more?: boolean;
  readonly failure?: { readonly text: string; readonly retry: () => void } | undefined;
}

/** A field, and under it what fits what is typed there; the arrows go through it, Enter picks. */
export function PickList<P extends Pickable>(props: PickListProps<P>) {
  const { label, typed, onTyped, picks, onPick, looking = false, more = false, failure } = props;
  const t = useText();
  const id = useId();
  const [active, setActive] = useState(0);
  const at = Math.max(0, Math.min(active, picks.length - 1));
  const groups = [...new Set(picks.map((pick) => pick.group))];
  return (
    <>
      <div className="flex h-11 items-center gap-2.5 border-b border-line px-3">
        <Icon of={Search} size={16} className="text-text-3" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={picks[at] && `${id}-${picks[at].id}`}
          aria-label={label}
          placeholder={label}
          value={typed}
          maxLength={100}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            onTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              const step = event.key === 'ArrowDown' ? 1 : -1;
              setActive((at + step + picks.length) % Math.max(picks.length, 1));
            } else if (event.key === 'Enter') {
              event.preventDefault();
              if (picks[at]) onPick(picks[at]);
            }
          }}
          className="h-full min-w-0 grow bg-transparent text-entry outline-none placeholder:text-text-3"
        />
      </div>
      <p role="status" className="sr-only">
        {looking || failure ? '' : t('pick.results', { count: picks.length })}
      </p>
      {picks.length === 0 && !failure && (looking ? <Looking /> : <p className="px-3 py-6 text-center text-meta text-text-2">{t('pick.none')}</p>)}
      <div id={id} role="listbox" aria-label={label} aria-busy={looking} className={cx('scroll max-h-72', picks.length > 0 && 'p-1')}>
        {groups.map((group) => (
          <div key={group} role="group" aria-label={group}>
            <p aria-hidden className="px-2 pt-2 pb-1 text-label font-medium text-text-3">
              {group}
            </p>
            {picks.map((pick, index) =>
              pick.group === group ? (
                <div
                  key={pick.id}
                  id={`${id}-${pick.id}`}
                  role="option"
                  aria-selected={index === at}
                  onPointerMove={() => setActive(index)}
                  onClick={() => onPick(pick)}
                  ref={(row) => {
                    if (index === at) row?.scrollIntoView({ block: 'nearest' });
                  }}
                  className={cx(
                    'flex h-10 cursor-pointer items-center gap-2.5 rounded-control px-2 text-meta pointer-coarse:h-11',
                    index === at && 'bg-tint/9',
                  )}
                >
                  {pick.picture}
                  <span className="min-w-0 truncate font-medium" dir="auto">
                    {pick.name}
                  </span>
                  {pick.detail !== undefined && (
                    <span className="ml-auto min-w-0 truncate pl-2 text-label text-text-2">{pick.detail}</span>
                  )}
                </div>
              ) : null,
            )}
          </div>
        ))}
      </div>
      {failure && (
        <div role="alert" className="flex items-center gap-3 border-t border-line px-3 py-2.5 text-meta text-text-2">
          <span className="min-w-0 grow text-pretty">{failure.text}</span>
          <Button look="quiet" size="small" onClick={failure.retry}>
            {t('app.retry')}
          </Button>
        </div>
      )}
      {more && !failure && picks.length > 0 && (
        <p className="border-t border-line px-3 py-2 text-label text-text-2">{t('pick.more')}</p>
      )}
    </>
  );
}

function Looking() {
  const t = useText();
  return (
    <Delayed>
      <div role="status" aria-label={t('app.loading')} className="grid gap-1 p-1">
        {[60, 45, 70].map((width) => (
          <span key={width} className="flex h-10 items-center gap-2.5 px-2">
            <span className="skeleton size-6 rounded-full!" />
            <span className="skeleton h-3.5" style={{ width: `${width}%` }} />
          </span>
        ))}
      </div>
    </Delayed>
  );
}
