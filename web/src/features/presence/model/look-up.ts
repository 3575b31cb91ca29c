import type { Id } from '@/gateway/contract/ids';
import { loadSome } from '@/gateway/presence/presences';
import { listPresences } from '../api/list-presences';

/** Asks for how someone is shown, of whom nothing is told: they are in a large server and nowhere on the screen. */
export async function lookUpPresence(serverId: Id, userId: Id): Promise<void> {
  await loadSome(
    () => listPresences(serverId, [userId]),
    ({ presences }) => [presences.find((one) => one.userId === userId) ?? { userId, presence: 'offline' }],
  );
}
