import type { ComponentProps } from 'react';
import { cx } from './cx';

type Look = 'primary' | 'quiet' | 'plain' | 'danger';

const looks: Record<Look, string> = {
  primary: 'bg-accent text-accent-ink hover:bg-accent-strong',
  quiet: 'bg-tint/8 text-text-1 hover:bg-tint/14',
  plain: 'text-text-2 hover:bg-tint/8 hover:text-text-1',
  danger: 'bg-danger text-danger-ink hover:brightness-110',
};

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: Look;
  readonly size?: 'small' | 'normal' | 'large';
}

/** The classes of a button, for links that act like one. */
export function buttonClass(look: Look = 'primary', size: ButtonProps['size'] = 'normal'): string {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap transition-colors select-none',
    'disabled:pointer-events-none disabled:opacity-45 aria-disabled:opacity-45',
    size === 'small' && 'h-7 px-2.5 text-meta pointer-coarse:h-11 pointer-coarse:px-4',
    size === 'normal' && 'h-9 px-3.5 text-meta pointer-coarse:h-11',
    size === 'large' && 'h-10 px-4 text-body pointer-coarse:h-11',
    looks[look],
  );
}

export function Button({ look, size, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={cx(buttonClass(look, size), className)} {...rest} />;
}
