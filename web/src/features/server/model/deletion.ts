import type { DeletedServer, DeletionProgress } from '@/gateway/contract/server';
import type { TextKey } from '@/shared/i18n';

/** In the order in which they are done. */
const steps: readonly { readonly name: string; readonly text: TextKey }[] = [
  { name: 'invitations', text: 'deleted.invitations' },
  { name: 'memberships', text: 'deleted.memberships' },
  { name: 'search-documents', text: 'deleted.search' },
  { name: 'messages', text: 'deleted.messages' },
  { name: 'overwrites', text: 'deleted.rest' },
  { name: 'channels', text: 'deleted.rest' },
  { name: 'roles', text: 'deleted.rest' },
  { name: 'pictures', text: 'deleted.rest' },
  { name: 'member-invitations', text: 'deleted.rest' },
];

/** What is removed now. A step that this build does not know is one of the rest. */
export const stepText = (progress: DeletionProgress): TextKey =>
  steps.find((step) => step.name === progress.step)?.text ?? 'deleted.rest';

/** From 0 to 1, each step counting the same; so it never goes back. */
export function fraction({ step, done, total }: DeletionProgress): number {
  const at = steps.findIndex((one) => one.name === step);
  return at < 0 ? 0 : (at + (total > 0 ? Math.min(1, done / total) : 0)) / steps.length;
}

/** Whether there is still time; the clock of the server decides in the end. */
export const canRestore = (server: DeletedServer, now: number): boolean =>
  server.progress === undefined && Date.parse(server.finalAt) > now;
