import { expect, test } from 'vitest';
import { bannerSources, squareSources } from './picture';

const id = '/api/pictures/5f2b8c0d9a7e41d6b3c2a1908f7e6d5c';

test('a picture is loaded as large as it is shown, and twice that on dense screens', () => {
  expect(squareSources(`${id}/256`, 40)).toEqual({ src: `${id}/64`, srcSet: `${id}/64 1x, ${id}/128 2x` });
  expect(squareSources(`${id}/256`, 128)).toEqual({ src: `${id}/128`, srcSet: `${id}/128 1x, ${id}/256 2x` });
  expect(squareSources(`${id}/256`, 500).src).toBe(`${id}/256`);
});

test('an address of another form is left as it is', () => {
  expect(squareSources('https://elsewhere.example/a.png', 40).src).toBe('https://elsewhere.example/a.png');
});

test('a banner tells both of its widths', () => {
  expect(bannerSources(`${id}/1920`).srcSet).toBe(`${id}/960 960w, ${id}/1920 1920w`);
});
