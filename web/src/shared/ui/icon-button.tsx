import type { ComponentProps } from 'react';
import type { LucideIcon } from 'lucide-react';
import { cx } from './cx';
import { hint } from './hint';
import { Icon } from './icon';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  /** What it does: read by screen readers, shown as a hint. */
  readonly label: string;
  readonly keys?: string;
  readonly size?: 'small' | 'normal';
  readonly side?: 'top' | 'bottom' | 'left' | 'right';
}

export function IconButton({ icon, label, keys, size = 'normal', side, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      {...hint(label, { keys, side })}
      className={cx(
        'inline-grid shrink-0 place-items-center rounded-control text-text-2 transition-colors hover:bg-tint/8 hover:text-text-1',
        'aria-pressed:text-text-1 aria-pressed:bg-tint/8 data-popup-open:bg-tint/8 data-popup-open:text-text-1',
        'disabled:pointer-events-none disabled:opacity-45',
        size === 'small' ? 'size-7 pointer-coarse:size-11' : 'size-8 pointer-coarse:size-11',
        className,
      )}
      {...rest}
    >
      <Icon of={icon} />
    </button>
  );
}
