/** Sizes in which Beep keeps a square picture, and a banner, by width. */
const PICTURES = [64, 128, 256] as const;

/** The address of another size of the same picture: an address ends with the size. */
export const pictureAt = (url: string, width: number): string => url.replace(/\/\d+$/, `/${width}`);

/** For a square picture of so many pixels of CSS, on plain screens and on dense ones. */
export function squareSources(url: string, size: number): { readonly src: string; readonly srcSet: string } {
  const sharp = (density: number) => pictureAt(url, PICTURES.find((width) => width >= size * density) ?? 256);
  return { src: sharp(1), srcSet: `${sharp(1)} 1x, ${sharp(2)} 2x` };
}

export const bannerSources = (url: string): { readonly src: string; readonly srcSet: string } => ({
  src: pictureAt(url, 960),
  srcSet: `${pictureAt(url, 960)} 960w, ${pictureAt(url, 1920)} 1920w`,
});
