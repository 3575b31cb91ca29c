import { describe, expect, it } from 'vitest';
import { complaintAbout, firstLoad, type BuiltFile } from './size-budget.ts';

const file = (fileName: string, more: Partial<BuiltFile> = {}): BuiltFile => ({
  fileName,
  code: fileName.repeat(100),
  imports: [],
  isEntry: false,
  facadeModuleId: null,
  ...more,
});

const files = [
  file('index.js', { isEntry: true, imports: ['base.js'] }),
  file('base.js'),
  file('signed-in.js', { facadeModuleId: '/x/src/app/signed-in.tsx', imports: ['base.js', 'icons.js'] }),
  file('icons.js', { imports: ['signed-in.js'] }),
  file('dialog.js', { facadeModuleId: '/x/src/shared/ui/dialog.tsx' }),
];

describe('the first load', () => {
  it('is all that a screen cannot do without, each file once', () => {
    const { files: taken, bytes } = firstLoad(files, ['src/app/signed-in.tsx']);
    expect(taken.map(({ fileName }) => fileName).toSorted()).toEqual(['base.js', 'icons.js', 'index.js', 'signed-in.js']);
    expect(bytes).toBe(taken.reduce((sum, one) => sum + one.bytes, 0));
  });

  it('may not be measured of a screen that is not there', () => {
    expect(() => firstLoad(files, ['src/app/gone.tsx'])).toThrow('src/app/gone.tsx');
  });

  it('is complained about from the first byte too many', () => {
    const weight = firstLoad(files, []);
    expect(complaintAbout('Home', weight, weight.bytes)).toBeNull();
    expect(complaintAbout('Home', weight, weight.bytes - 1)).toContain(`Home loads ${weight.bytes} bytes`);
  });
});
