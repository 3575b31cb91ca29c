import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { cx } from './cx';
import { Icon } from './icon';
import { Keys } from './keys';
import type { Anchor, MenuEntry } from './menu-entry';
import { Dot } from './role-colour';

interface MenuPopupProps {
  readonly open: boolean;
  readonly label: string;
  readonly anchor: Anchor | null;
  readonly entries: readonly MenuEntry[];
  readonly side: 'top' | 'bottom' | 'right';
  readonly align: 'start' | 'center' | 'end';
  readonly onClose: () => void;
}

const item =
  'flex h-8 items-center gap-2.5 rounded-control px-2 text-meta outline-none select-none pointer-coarse:h-11 ' +
  'data-disabled:opacity-45';
const harmless = 'text-text-1 data-highlighted:bg-tint/9';
const dangerous = 'text-danger-text data-highlighted:bg-danger/14';

/** The menu itself; what opens it is elsewhere and much smaller. */
export default function MenuPopup({ open, label, anchor, entries, side, align, onClose }: MenuPopupProps) {
  return (
    <Base.Root
      modal={false}
      open={open}
      onOpenChange={(next, { reason, event }) => {
        // A press on the button that opened it is that button's own affair.
        const onButton = reason === 'outside-press' && anchor instanceof Element && isWithin(anchor, event.target);
        if (!next && !onButton) onClose();
      }}
    >
      <Base.Portal>
        <Base.Positioner
          anchor={anchor}
          side={side}
          align={align}
          sideOffset={anchor instanceof Element ? 6 : 0}
          collisionPadding={8}
          className="z-50 outline-none"
        >
          <Base.Popup
            aria-label={label}
            className="pop scroll max-h-(--available-height) min-w-52 max-w-72 origin-(--transform-origin) rounded-card bg-surface-3 p-1 shadow-float outline-none"
          >
            {entries.map((entry, i) => (
              <Entry key={i} entry={entry} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const isWithin = (outer: Element, inner: EventTarget | null): boolean => inner instanceof Node && outer.contains(inner);

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case 'line':
      return <Base.Separator className="mx-1 my-1 h-px bg-line" />;
    case 'action':
      return (
        <Base.Item onClick={entry.run} className={cx(item, entry.danger ? dangerous : harmless)}>
          <Icon of={entry.icon} className={entry.danger ? undefined : 'text-text-2'} />
          <span className="grow">{entry.label}</span>
          {entry.keys !== undefined && <Keys of={entry.keys} />}
        </Base.Item>
      );
    case 'barred':
      return (
        <Base.Group>
          <Base.GroupLabel className="px-2 pt-2 pb-1 text-label text-pretty text-text-3">{entry.reason}</Base.GroupLabel>
          {entry.acts.map((act) => (
            <Base.Item key={act.label} disabled className={cx(item, harmless)}>
              <Icon of={act.icon} className="text-text-2" />
              <span className="grow">{act.label}</span>
            </Base.Item>
          ))}
        </Base.Group>
      );
    case 'checks':
      return (
        <Base.Group>
          <Base.GroupLabel className="px-2 pt-2 pb-1 text-label font-medium text-text-3">{entry.label}</Base.GroupLabel>
          {entry.checks.map((check) => (
            <Base.CheckboxItem
              key={check.value}
              checked={check.checked}
              onCheckedChange={(next) => entry.toggle(check.value, next)}
              closeOnClick={false}
              className={cx(item, harmless)}
            >
              <Dot colour={check.colour} />
              <span className="min-w-0 grow truncate" dir="auto">
                {check.label}
              </span>
              <Base.CheckboxItemIndicator>
                <Icon of={Check} size={16} className="text-accent-text" />
              </Base.CheckboxItemIndicator>
            </Base.CheckboxItem>
          ))}
        </Base.Group>
      );
    case 'choice':
      return (
        <Base.Group>
          <Base.GroupLabel className="px-2 pt-2 pb-1 text-label font-medium text-text-3">{entry.label}</Base.GroupLabel>
          <Base.RadioGroup value={entry.value} onValueChange={(next: unknown) => typeof next === 'string' && entry.choose(next)}>
            {entry.choices.map((choice) => (
              <Base.RadioItem
                key={choice.value}
                value={choice.value}
                label={choice.label}
                closeOnClick={false}
                className={cx(item, harmless, choice.detail !== undefined && 'h-auto! py-1.5')}
              >
                {choice.icon && <Icon of={choice.icon} className="text-text-2" />}
                {choice.mark}
                <span className="grid min-w-0 grow">
                  <span>{choice.label}</span>
                  {choice.detail !== undefined && <span className="text-label text-text-3">{choice.detail}</span>}
                </span>
                <Base.RadioItemIndicator>
                  <Icon of={Check} size={16} className="text-accent-text" />
                </Base.RadioItemIndicator>
              </Base.RadioItem>
            ))}
          </Base.RadioGroup>
        </Base.Group>
      );
  }
}
