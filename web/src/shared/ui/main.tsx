import type { ComponentProps } from 'react';
import { cx } from './cx';

/** Where the address leads to: what the skip link jumps over everything else for. */
export const MAIN_ID = 'main';

/** The main part of the page; there is one at a time. */
export function Main({ className, ...rest }: Omit<ComponentProps<'main'>, 'id' | 'tabIndex'>) {
  return <main id={MAIN_ID} tabIndex={-1} className={cx('min-w-0 grow bg-surface-2 outline-none', className)} {...rest} />;
}
