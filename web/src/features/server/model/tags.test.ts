import { describe, expect, it } from 'vitest';
import { fit, tagsOf } from './tags';

describe('tags', () => {
  it('are parted by commas, without case, each once', () => {
    expect(tagsOf(' Steam, looms,, STEAM ,')).toEqual(['steam', 'looms']);
    expect(tagsOf('')).toEqual([]);
  });

  it('are few and short', () => {
    expect(fit(tagsOf('a,b,c,d,e'))).toBe(true);
    expect(fit(tagsOf('a,b,c,d,e,f'))).toBe(false);
    expect(fit(['🚀'.repeat(20)])).toBe(true);
    expect(fit(['x'.repeat(21)])).toBe(false);
  });
});
