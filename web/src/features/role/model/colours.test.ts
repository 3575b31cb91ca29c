import { expect, test } from 'vitest';
import { colourOf, presets } from './colours';

test('a colour is read as people write it', () => {
  expect(colourOf(' #3B82F6 ')).toBe('#3b82f6');
  expect(colourOf('3b82f6')).toBe('#3b82f6');
  expect(colourOf('#fa0')).toBe('#ffaa00');
});

test('what is no colour is none', () => {
  for (const typed of ['', 'red', '#12345', '#1234567', '#gggggg']) expect(colourOf(typed)).toBeNull();
});

test('the presets are colours', () => {
  for (const preset of presets) expect(colourOf(preset)).toBe(preset);
  expect(new Set(presets).size).toBe(presets.length);
});
