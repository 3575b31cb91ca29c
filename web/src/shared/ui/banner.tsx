import { useState } from 'react';
import { bannerSources } from '../model/picture';
import { cx } from './cx';
import { hueOf } from './identity-colour';

interface BannerProps {
  readonly id: string;
  readonly url: string | undefined;
  /** How wide it is on the screen, as `sizes` of images has it. */
  readonly sizes: string;
  readonly className?: string;
}

/** The banner of a server, else two colours that its id gives. Its size is that of its place, loaded or not. */
export function Banner({ id, url, sizes, className }: BannerProps) {
  const [broken, setBroken] = useState<string | null>(null);
  const hue = hueOf(id);
  return (
    <div
      aria-hidden
      className={cx('relative overflow-hidden', className)}
      style={{
        backgroundImage: `linear-gradient(120deg, oklch(0.5 0.1 ${hue}), oklch(0.42 0.09 ${(hue + 50) % 360}))`,
      }}
    >
      {url !== undefined && url !== broken && (
        <img
          {...bannerSources(url)}
          sizes={sizes}
          alt=""
          onError={() => setBroken(url)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </div>
  );
}
