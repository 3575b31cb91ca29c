import type { ComponentProps } from 'react';
import { Avatar } from './avatar';
import { cx } from './cx';
import { PresenceDot, type Shown } from './presence-dot';

interface PresentAvatarProps extends ComponentProps<typeof Avatar> {
  readonly shown: Shown;
  /** The colour of what it stands on, so that the dot stands out of the picture. */
  readonly ring?: 'surface-1' | 'surface-3';
}

/** An avatar with how its bearer is shown at its corner; in words that stands beside it, as the name does. */
export function PresentAvatar({ shown, ring = 'surface-1', ...avatar }: PresentAvatarProps) {
  const large = avatar.size >= 56;
  return (
    <span className="relative grid shrink-0">
      <Avatar {...avatar} />
      <span
        className={cx(
          'absolute grid place-items-center rounded-full',
          large ? 'right-0 bottom-0 size-[18px]' : '-right-1 -bottom-1 size-4',
          ring === 'surface-1' ? 'bg-surface-1' : 'bg-surface-3',
        )}
      >
        <PresenceDot of={shown} size={large ? 14 : 12} />
      </span>
    </span>
  );
}
