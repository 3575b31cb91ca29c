import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf, middleOf, moved, resultOf, within } from './crop';

const wide = { width: 1200, height: 400 };

describe('a cut', () => {
  it('begins as the largest part in the middle', () => {
    expect(frameOf(wide, 1, 1)).toEqual({ width: 400, height: 400 });
    expect(frameOf(wide, 3, 1)).toEqual({ width: 1200, height: 400 });
    expect(middleOf(wide)).toEqual({ x: 600, y: 200, zoom: 1 });
  });

  it('goes against the hand that pushes the picture, and by less the closer one is', () => {
    const crop = middleOf(wide);
    expect(moved(wide, 1, crop, { x: 40, y: 0 }, 200)).toEqual({ ...crop, x: 520 });
    expect(moved(wide, 1, { ...crop, zoom: 2 }, { x: 40, y: 0 }, 200)).toEqual({ x: 560, y: 200, zoom: 2 });
  });

  it('always lies in the picture', () => {
    const size = fc.integer({ min: 1, max: 9_000 });
    const anything = fc.double({ noNaN: true, min: -1e6, max: 1e6 });
    fc.assert(
      fc.property(size, size, fc.constantFrom(1, 3), anything, anything, anything, (width, height, ratio, x, y, zoom) => {
        const picture = { width, height };
        const crop = within(picture, ratio, { x, y, zoom });
        const frame = frameOf(picture, ratio, crop.zoom);
        expect(crop.x - frame.width / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(crop.y - frame.height / 2).toBeGreaterThanOrEqual(-1e-6);
        expect(crop.x + frame.width / 2).toBeLessThanOrEqual(width + 1e-6);
        expect(crop.y + frame.height / 2).toBeLessThanOrEqual(height + 1e-6);
      }),
    );
  });

  it('is not blown up', () => {
    expect(resultOf(wide, 1, middleOf(wide), 512)).toEqual({ width: 400, height: 400 });
    expect(resultOf(wide, 3, middleOf(wide), 900)).toEqual({ width: 900, height: 300 });
  });
});
