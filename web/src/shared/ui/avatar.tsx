import { useState } from 'react';
import { squareSources } from '../model/picture';
import { cx } from './cx';
import { hueOf, initialsOf } from './identity-colour';

interface AvatarProps {
  readonly id: string;
  readonly name: string;
  readonly url?: string | undefined;
  readonly size: 20 | 24 | 32 | 36 | 40 | 56 | 64;
  readonly square?: boolean;
  readonly className?: string;
}

/** A picture, else initials on a hue that the id gives. The name always stands beside it, so it is not read aloud. */
export function Avatar({ id, name, url, size, square = false, className }: AvatarProps) {
  const shape = cx('shrink-0 select-none', square ? 'rounded-card' : 'rounded-full', className);
  const [broken, setBroken] = useState<string | null>(null);
  if (url !== undefined && url !== broken) {
    return (
      <img
        {...squareSources(url, size)}
        alt=""
        width={size}
        height={size}
        className={cx(shape, 'bg-tint/8 object-cover')}
        loading="lazy"
        onError={() => setBroken(url)}
      />
    );
  }
  return (
    <span
      aria-hidden
      // Not text: it would be read, copied and searched beside the name that it stands for.
      data-initials={initialsOf(name, size <= 24 ? 1 : 2)}
      className={cx(shape, 'grid place-items-center leading-none font-semibold before:content-[attr(data-initials)]')}
      style={{
        width: size,
        height: size,
        fontSize: Math.max(10, Math.round(size * 0.38)),
        backgroundColor: `oklch(0.5 0.1 ${hueOf(id)})`,
        color: 'oklch(0.985 0.01 80)',
      }}
    />
  );
}
