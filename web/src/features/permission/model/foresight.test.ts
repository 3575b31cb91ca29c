import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PermissionPreview } from '@/gateway/contract/permission';
import { Problem } from '@/gateway/http/problem';
import { previewChange } from '../api/preview-change';
import { answered, foresee, foreseen, type Foreseen } from './foresight';

vi.mock('../api/preview-change', () => ({ previewChange: vi.fn() }));

const outcome = (members: number, complete = true): PermissionPreview => ({
  serverId: 'here',
  members,
  complete,
  groups: [],
  position: 7,
});
const run = vi.fn();
const asked: Foreseen = {
  serverId: 'here',
  change: { change: 'role-given', roleId: 'keeper', userId: 'ada' },
  title: 'Give Keeper to Ada?',
  act: 'Give role',
  run,
};
const after = async (preview: () => Promise<PermissionPreview>) => {
  vi.mocked(previewChange).mockImplementation(preview);
  await foresee(new QueryClient(), asked);
};

beforeEach(() => run.mockClear());
afterEach(() => {
  foreseen.set([]);
  vi.useRealTimers();
});

test('what does nothing to anybody is done at once', async () => {
  await after(() => Promise.resolve(outcome(0)));
  expect(run).toHaveBeenCalledOnce();
  expect(foreseen.get()).toEqual([]);
});

test('what gives or takes is asked first', async () => {
  await after(() => Promise.resolve(outcome(3)));
  expect(run).not.toHaveBeenCalled();
  expect(foreseen.get()).toEqual([asked]);
  answered(asked);
  expect(foreseen.get()).toEqual([]);
});

test('what is not known in whole, or not at all, is asked first', async () => {
  await after(() => Promise.resolve(outcome(0, false)));
  await after(() => Promise.reject(new Problem(503, { code: 'read-model.unavailable' })));
  expect(run).not.toHaveBeenCalled();
  expect(foreseen.get()).toHaveLength(2);
});

test('nobody waits for the answer for long', async () => {
  vi.useFakeTimers();
  const asking = after(() => new Promise(() => undefined));
  await vi.advanceTimersByTimeAsync(600);
  await asking;
  expect(run).not.toHaveBeenCalled();
  expect(foreseen.get()).toEqual([asked]);
});
