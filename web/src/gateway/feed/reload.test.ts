import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { reloadPast } from './reload';

test('asks again until the answer knows what happened', async () => {
  const client = new QueryClient();
  const positions = [3, 3, 4, 5, 6];
  let asked = 0;
  const stop = new QueryObserver(client, {
    queryKey: ['channels', 'here'],
    queryFn: () => ({ position: positions[asked++] }),
    staleTime: Infinity,
  }).subscribe(() => undefined);
  expect(await reloadPast(client, ['channels', 'here'], 5)).toBe(true);
  expect(client.getQueryData(['channels', 'here'])).toEqual({ position: 5 });
  expect(asked).toBe(4);
  stop();
});

test('does not wait for what nobody looks at, but lets it be asked for anew', async () => {
  const client = new QueryClient();
  client.setQueryData(['channels', 'there'], { position: 1 });
  expect(await reloadPast(client, ['channels', 'there'], 5)).toBe(true);
  expect(client.getQueryState(['channels', 'there'])?.isInvalidated).toBe(true);
});
