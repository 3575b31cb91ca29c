import { expect, test, vi } from 'vitest';
import type { UndoResult, UndoResults } from '@/gateway/contract/audit';
import { Problem } from '@/gateway/http/problem';
import { undoAll, type Progress } from './undo-all';

const act = (position: number): UndoResult => ({ position, action: 'server.ServerRenamed', undone: true, missingRoles: [] });
const nothing: Progress = { results: [], before: undefined };
const never = () => Promise.reject(new Error('no pause was asked for'));

test('goes on from where each stretch ends, until nothing is left', async () => {
  const stretches = new Map<number | undefined, UndoResults>([
    [undefined, { items: [act(9), act(8)], more: true, before: 8 }],
    [8, { items: [], more: true, before: 5 }],
    [5, { items: [act(4)], more: false }],
  ]);
  const told: Progress[] = [];

  await undoAll(
    (before) => Promise.resolve(stretches.get(before) ?? { items: [act(0)], more: false }),
    nothing,
    (progress) => told.push(progress),
    never,
  );

  expect(told.map((one) => one.results.map((result) => result.position))).toEqual([[9, 8], [9, 8], [9, 8, 4]]);
  expect(told.at(-1)?.before).toBeUndefined();
});

test('waits as long as it is asked to, and tries the same stretch again', async () => {
  const asked: (number | undefined)[] = [];
  const pause = vi.fn(() => Promise.resolve());
  const stretch = (before: number | undefined): Promise<UndoResults> => {
    asked.push(before);
    return asked.length === 1
      ? Promise.reject(new Problem(429, { code: 'limit.reached' }, 3_000))
      : Promise.resolve({ items: [act(1)], more: false });
  };

  await undoAll(stretch, { results: [act(9)], before: 7 }, vi.fn(), pause);

  expect(asked).toEqual([7, 7]);
  expect(pause).toHaveBeenCalledExactlyOnceWith(3_000);
});

test('ends with a fault, and keeps what was done before it', async () => {
  const told = vi.fn();
  const stretch = (before: number | undefined): Promise<UndoResults> =>
    before === undefined
      ? Promise.resolve({ items: [act(9)], more: true, before: 9 })
      : Promise.reject(Problem.unreachable());

  await expect(undoAll(stretch, nothing, told, never)).rejects.toThrow(Problem);

  expect(told).toHaveBeenCalledExactlyOnceWith({ results: [act(9)], before: 9 });
});
