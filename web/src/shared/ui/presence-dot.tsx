import { cx } from './cx';

/** How someone is shown, or shows themselves. */
export type Shown = 'online' | 'idle' | 'dnd' | 'offline' | 'invisible';

interface PresenceDotProps {
  readonly of: Shown;
  readonly size?: 10 | 12 | 14;
  readonly className?: string;
}

const colours: Record<Shown, string> = {
  online: 'text-success',
  idle: 'text-warning',
  dnd: 'text-danger',
  offline: 'text-text-3',
  invisible: 'text-text-3',
};

/** A disc, a moon, a disc with a bar, a ring: told apart without colours too. What it means is said beside it. */
export function PresenceDot({ of, size = 10, className }: PresenceDotProps) {
  return (
    <svg aria-hidden viewBox="0 0 12 12" width={size} height={size} className={cx('shrink-0', colours[of], className)}>
      {of === 'online' && <circle cx="6" cy="6" r="6" fill="currentColor" />}
      {of === 'idle' && <path fill="currentColor" d="M6.18 0A6 6 0 1 1 0 6.18A4.4 4.4 0 0 0 6.18 0Z" />}
      {of === 'dnd' && (
        <path fill="currentColor" fillRule="evenodd" d="M6 0a6 6 0 1 1 0 12A6 6 0 0 1 6 0ZM3.2 4.8a1.2 1.2 0 0 0 0 2.4h5.6a1.2 1.2 0 0 0 0-2.4Z" />
      )}
      {(of === 'offline' || of === 'invisible') && (
        <circle cx="6" cy="6" r="4.6" fill="none" stroke="currentColor" strokeWidth="2.4" />
      )}
    </svg>
  );
}
