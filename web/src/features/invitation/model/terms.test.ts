import { expect, test } from 'vitest';
import type { Invitation } from '@/gateway/contract/invitation';
import { inForce, inUnits, passableLink } from './terms';

const noon = Date.parse('2026-03-01T12:00:00Z');
const invitation = (more: Partial<Invitation>): Invitation => ({
  code: '7kQ2mXw9Za',
  serverId: 's',
  inviterId: 'ada',
  inviterName: 'Ada',
  uses: 0,
  createdAt: '2026-03-01T09:00:00Z',
  ...more,
});

test('a lifetime is said in its unit', () => {
  expect(inUnits(1_800)).toEqual({ unit: 'minutes', count: 30 });
  expect(inUnits(21_600)).toEqual({ unit: 'hours', count: 6 });
  expect(inUnits(604_800)).toEqual({ unit: 'days', count: 7 });
});

test('what has expired is not in force', () => {
  const ended = invitation({ expiresAt: '2026-03-01T12:00:00Z' });
  const lasting = invitation({ expiresAt: '2026-03-01T12:00:01Z' });
  expect(inForce([ended, lasting], noon)).toEqual([lasting]);
});

test('only a link of one’s own is passed on again, while it is good for long and for all', () => {
  const good = invitation({ expiresAt: '2026-03-03T12:00:00Z' });
  expect(
    passableLink(
      [
        invitation({ inviterId: 'grace' }),
        invitation({ maxUses: 5 }),
        invitation({ expiresAt: '2026-03-02T12:00:00Z' }),
        good,
      ],
      'ada',
      noon,
    ),
  ).toBe(good);
  expect(passableLink([invitation({ maxUses: 5 })], 'ada', noon)).toBeUndefined();
});
