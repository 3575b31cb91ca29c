import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Id } from '@/gateway/contract/ids';
import { newStore } from '@/shared/model/store';
import type { ProposedChange } from '../api/preview-change';
import { previewQuery } from './use-preview';

/** A change that is made at once when it does nothing to anybody, and otherwise when it is confirmed. */
export interface Foreseen {
  readonly serverId: Id;
  readonly change: ProposedChange;
  /** The question, such as “Give Keeper to Ada?”. */
  readonly title: string;
  /** What the button says that makes the change. */
  readonly act: string;
  readonly danger?: boolean;
  readonly run: () => void;
}

/** What waits to be confirmed, the oldest first. */
export const foreseen = newStore<readonly Foreseen[]>([]);

/** Nobody waits longer for a question that may be none; then it is asked, and told when it is known. */
const PATIENCE_MS = 500;

export async function foresee(client: QueryClient, asked: Foreseen): Promise<void> {
  const outcome = await Promise.race([
    client.query({ ...previewQuery(asked.serverId, asked.change), staleTime: 0, retry: false }).catch(() => null),
    new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS)),
  ]);
  if (outcome?.complete && outcome.members === 0) asked.run();
  else foreseen.update((waiting) => [...waiting, asked]);
}

export const answered = (asked: Foreseen): void => foreseen.update((waiting) => waiting.filter((one) => one !== asked));

/** Looks ahead before a change is made: who would lose or gain something is shown first. */
export function useForesight(): (asked: Foreseen) => void {
  const client = useQueryClient();
  return useCallback((asked) => void foresee(client, asked), [client]);
}
