import type { TextKey } from '@/shared/i18n';
import type { Action } from './actions';

/** What undoing such an act does to people, where no field says it. */
const meanings: ReadonlyMap<string, TextKey> = new Map<Action, TextKey>([
  ['server.MemberBanned', 'audit.undoMeans.ban'],
  ['server.MemberUnbanned', 'audit.undoMeans.unban'],
  ['server.MemberKicked', 'audit.undoMeans.kick'],
  ['server.MemberRestored', 'audit.undoMeans.restored'],
]);

export const meaningOf = (action: string): TextKey | undefined => meanings.get(action);
