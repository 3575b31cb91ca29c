import { ContextMenu as BaseContext } from '@base-ui/react/context-menu';
import { Menu as Base } from '@base-ui/react/menu';
import { Check, type LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { cx } from './cx';
import { Icon } from './icon';

const popup =
  'pop min-w-52 max-w-72 rounded-card bg-surface-3 p-1 shadow-float outline-none origin-(--transform-origin)';
const item =
  'flex h-8 items-center gap-2.5 rounded-control px-2 text-meta text-text-1 outline-none select-none pointer-coarse:h-11 ' +
  'data-highlighted:bg-tint/9 data-disabled:opacity-45';

interface MenuProps {
  readonly trigger: ReactElement;
  readonly side?: 'top' | 'bottom' | 'right';
  readonly align?: 'start' | 'center' | 'end';
  readonly onOpenChange?: (open: boolean) => void;
  readonly children: ReactNode;
}

export function Menu({ trigger, side = 'bottom', align = 'start', onOpenChange, children }: MenuProps) {
  return (
    <Base.Root modal={false} onOpenChange={(open) => onOpenChange?.(open)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner side={side} align={align} sideOffset={6} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className={popup}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

interface ContextMenuProps extends Pick<MenuProps, 'trigger' | 'onOpenChange' | 'children'> {
  /** What the trigger holds. */
  readonly content: ReactNode;
}

/** The same menu on right click and on a long press. */
export function ContextMenu({ trigger, content, onOpenChange, children }: ContextMenuProps) {
  return (
    <BaseContext.Root onOpenChange={(open) => onOpenChange?.(open)}>
      <BaseContext.Trigger render={trigger}>{content}</BaseContext.Trigger>
      <BaseContext.Portal>
        <BaseContext.Positioner collisionPadding={8} className="z-50 outline-none">
          <BaseContext.Popup className={popup}>{children}</BaseContext.Popup>
        </BaseContext.Positioner>
      </BaseContext.Portal>
    </BaseContext.Root>
  );
}

interface MenuItemProps {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly onClick: () => void;
  readonly danger?: boolean;
  readonly aside?: ReactNode;
}

export function MenuItem({ icon, children, onClick, danger = false, aside }: MenuItemProps) {
  return (
    <Base.Item onClick={onClick} className={cx(item, danger && 'text-danger-text data-highlighted:bg-danger/14')}>
      <Icon of={icon} className={danger ? undefined : 'text-text-2'} />
      <span className="grow">{children}</span>
      {aside}
    </Base.Item>
  );
}

interface MenuChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string; readonly icon?: LucideIcon }[];
  readonly onChange: (value: T) => void;
}

export function MenuChoice<T extends string>({ label, value, choices, onChange }: MenuChoiceProps<T>) {
  return (
    <Base.Group>
      <Base.GroupLabel className="px-2 pt-2 pb-1 text-label font-medium text-text-3">{label}</Base.GroupLabel>
      <Base.RadioGroup
        value={value}
        onValueChange={(next: unknown) => {
          const chosen = choices.find((choice) => choice.value === next);
          if (chosen) onChange(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <Base.RadioItem key={choice.value} value={choice.value} closeOnClick={false} className={item}>
            {choice.icon && <Icon of={choice.icon} className="text-text-2" />}
            <span className="grow">{choice.label}</span>
            <Base.RadioItemIndicator>
              <Icon of={Check} size={16} className="text-accent-text" />
            </Base.RadioItemIndicator>
          </Base.RadioItem>
        ))}
      </Base.RadioGroup>
    </Base.Group>
  );
}

export const MenuLine = () => <Base.Separator className="mx-1 my-1 h-px bg-line" />;
