import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Status } from '@/gateway/contract/presence';
import { problemText } from '@/gateway/problem-text';
import { useText } from '@/shared/i18n';
import { toast } from '@/shared/ui/toasts';
import { choosePresence } from '../api/choose-presence';
import { getPresence } from '../api/get-presence';

export const ownStatusKey = ['own-status'] as const;

/** What I chose to be shown as, and the way to choose anew; online until it is known. */
export function useOwnStatus(): readonly [Status, (next: Status) => void] {
  const t = useText();
  const client = useQueryClient();
  const { data = 'online' } = useQuery({
    queryKey: ownStatusKey,
    queryFn: ({ signal }) => getPresence(signal),
    staleTime: Infinity,
  });
  const { mutate } = useMutation({
    mutationFn: choosePresence,
    onMutate: (next) => {
      const before = client.getQueryData<Status>(ownStatusKey);
      client.setQueryData<Status>(ownStatusKey, next);
      return before;
    },
    onError: (error, _, before) => {
      if (before !== undefined) client.setQueryData<Status>(ownStatusKey, before);
      toast(problemText(t, error), { tone: 'danger' });
    },
  });
  return [data, mutate];
}
