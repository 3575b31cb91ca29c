/** The part of a picture that is cut out: its middle, in pixels of the picture, and how close one is. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const CLOSEST = 5;

/** What is cut out at this closeness; all that fits at 1. */
export function frameOf(picture: Size, ratio: number, zoom: number): Size {
  const width = Math.min(picture.width, picture.height * ratio) / zoom;
  return { width, height: width / ratio };
}

/** The same, as far as there is anything of the picture everywhere. */
export function within(picture: Size, ratio: number, crop: Crop): Crop {
  const zoom = Math.min(CLOSEST, Math.max(1, crop.zoom));
  const frame = frameOf(picture, ratio, zoom);
  return {
    x: clamp(crop.x, frame.width / 2, picture.width - frame.width / 2),
    y: clamp(crop.y, frame.height / 2, picture.height - frame.height / 2),
    zoom,
  };
}

export const middleOf = (picture: Size): Crop => ({ x: picture.width / 2, y: picture.height / 2, zoom: 1 });

/**
 * The crop after the picture was pushed, in pixels of the stage.
 *
 * @param stage how wide the cut is on the screen
 */
export function moved(picture: Size, ratio: number, crop: Crop, by: { readonly x: number; readonly y: number }, stage: number): Crop {
  const scale = frameOf(picture, ratio, crop.zoom).width / stage;
  return within(picture, ratio, { ...crop, x: crop.x - by.x * scale, y: crop.y - by.y * scale });
}

/** How large the result is: never larger than what it is cut out of, nor than is needed. */
export function resultOf(picture: Size, ratio: number, crop: Crop, most: number): Size {
  const width = Math.max(1, Math.round(Math.min(most, frameOf(picture, ratio, crop.zoom).width)));
  return { width, height: Math.max(1, Math.round(width / ratio)) };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
