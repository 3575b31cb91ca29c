import type { CSSProperties, ReactNode } from 'react';
import { cx } from './cx';

const withRole = (colour: string): CSSProperties => ({ '--role': colour }) as CSSProperties;

interface InkProps {
  readonly colour: string | undefined;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A name in the colour of a role, in a shade that can be read on the surfaces of either theme. */
export const Ink = ({ colour, className, children }: InkProps) => (
  <span dir="auto" className={cx(className, colour !== undefined && 'role-ink')} {...(colour && { style: withRole(colour) })}>
    {children}
  </span>
);

/** The colour itself; an empty ring for none. */
export const Dot = ({ colour, size = 12 }: { colour: string | undefined; size?: 10 | 12 | 14 }) => (
  <span
    aria-hidden
    className={cx('shrink-0 rounded-full', colour === undefined && 'ring-[1.5px] ring-tint/40 ring-inset')}
    style={{ width: size, height: size, ...(colour && { backgroundColor: colour }) }}
  />
);
