import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DESCRIPTION_MOST } from './description';

const problems = readFileSync(new URL('../../../../../docs/problems.md', import.meta.url), 'utf8');

test('a description may be as long here as Beep takes it', () => {
  const most = /`server\.description-too-long` \| 400 \| The description has more than (\d+) characters/.exec(problems)?.[1];
  expect(DESCRIPTION_MOST).toBe(Number(most));
});
