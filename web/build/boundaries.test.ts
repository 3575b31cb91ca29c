import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

// Types are not asked for here, which keeps the whole program from being read.
const linter = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

/** What the borders say of an import, as if it stood in a file that exists. */
async function bordersOn(file: string, imported: string): Promise<readonly string[]> {
  const [result] = await linter.lintText(`export * from '${imported}';\n`, { filePath: file });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const crossed = ['boundaries/dependencies'];

describe('the borders between the parts of the app', () => {
  it.each([
    ['a feature', 'src/features/message/index.ts', '@/features/channel'],
    ['a feature, by a relative path', 'src/features/message/model/drafts.ts', '../../channel/model/channel-tree'],
    ['a part of a feature', 'src/features/message/index.ts', '@/features/search/components/search-panel'],
    ['the app', 'src/features/message/index.ts', '@/app/me'],
  ])('keep a feature from %s', async (_, from, to) => {
    expect(await bordersOn(from, to)).toEqual(crossed);
  });

  it.each([
    ['src/gateway/feed/feed.ts', '@/features/message'],
    ['src/gateway/feed/feed.ts', '@/app/me'],
    ['src/shared/model/store.ts', '@/gateway/contract/ids'],
    ['src/shared/model/store.ts', '@/features/message'],
  ])('keep what is below from what is above: %s from %s', async (from, to) => {
    expect(await bordersOn(from, to)).toEqual(crossed);
  });

  it('let the app see a feature by its index only', async () => {
    expect(await bordersOn('src/app/me.ts', '@/features/message/model/outbox')).toEqual(crossed);
    expect(await bordersOn('src/app/me.ts', '@/features/message')).toEqual([]);
  });

  it('hold for an import that is made later', async () => {
    const [result] = await linter.lintText("export const later = () => import('@/features/channel');\n", {
      filePath: 'src/features/message/index.ts',
    });
    expect(result?.messages.map((message) => message.ruleId)).toEqual(crossed);
  });

  it.each([
    ['src/features/message/index.ts', './model/outbox'],
    ['src/features/message/index.ts', '@/gateway/contract/ids'],
    ['src/features/message/index.ts', '@/shared/model/store'],
    ['src/gateway/feed/feed.ts', '@/shared/model/store'],
    ['src/app/me.ts', '@/gateway/contract/user'],
    ['src/shared/model/store.ts', 'react'],
  ])('let %s have %s', async (from, to) => {
    expect(await bordersOn(from, to)).toEqual([]);
  });
});
