import { Popover } from '@base-ui/react/popover';
import { Search } from 'lucide-react';
import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { useText } from '../i18n';
import { cx } from './cx';
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

interface PickPopoverProps {
  readonly label: string;
  readonly trigger: ReactElement<Record<string, unknown>>;
  readonly picks: readonly Pickable[];
  readonly onPick: (pick: Pickable) => void;
  /** Whether one goes on picking. */
  readonly stay?: boolean;
  readonly align?: 'start' | 'end';
}

/** More are not read, but narrowed down by another letter. */
const MOST = 50;

/** A button, and the list that it opens, which a few letters narrow down. */
export function PickPopover({ label, trigger, picks, onPick, stay = false, align = 'end' }: PickPopoverProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger render={trigger} />
      <Popover.Portal>
        <Popover.Positioner side="bottom" align={align} sideOffset={6} collisionPadding={8} className="z-50 outline-none">
          <Popover.Popup
            aria-label={label}
            className="pop w-72 max-w-[calc(100vw-16px)] overflow-hidden rounded-card bg-surface-3 shadow-float outline-none"
          >
            <Picking
              label={label}
              picks={picks}
              onPick={(pick) => {
                if (!stay) setOpen(false);
                onPick(pick);
              }}
            />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const fold = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase();

function Picking({ label, picks, onPick }: Pick<PickPopoverProps, 'label' | 'picks' | 'onPick'>) {
  const t = useText();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const words = fold(typed.trim());
  const found = picks.filter((pick) => fold(`${pick.name} ${pick.detail ?? ''}`).includes(words)).slice(0, MOST);
  const at = Math.min(active, found.length - 1);
  const groups = [...new Set(found.map((pick) => pick.group))];
  return (
    <>
      <div className="flex h-11 items-center gap-2.5 border-b border-line px-3">
        <Icon of={Search} size={16} className="text-text-3" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={id}
          aria-activedescendant={found[at] && `${id}-${found[at].id}`}
          aria-label={label}
          placeholder={label}
          value={typed}
          maxLength={100}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
              event.preventDefault();
              const step = event.key === 'ArrowDown' ? 1 : -1;
              setActive((at + step + found.length) % Math.max(found.length, 1));
            } else if (event.key === 'Enter') {
              event.preventDefault();
              if (found[at]) onPick(found[at]);
            }
          }}
          className="h-full min-w-0 grow bg-transparent text-entry outline-none placeholder:text-text-3"
        />
      </div>
      <p role="status" className="sr-only">
        {t('pick.results', { count: found.length })}
      </p>
      {found.length === 0 && <p className="px-3 py-6 text-center text-meta text-text-2">{t('pick.none')}</p>}
      <div id={id} role="listbox" aria-label={label} className={cx('scroll max-h-72', found.length > 0 && 'p-1')}>
        {groups.map((group) => (
          <div key={group} role="group" aria-label={group}>
            <p aria-hidden className="px-2 pt-2 pb-1 text-label font-medium text-text-3">
              {group}
            </p>
            {found.map((pick, index) =>
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
    </>
  );
}
