import { useInfiniteQuery } from '@tanstack/react-query';
import type { Id } from '@/gateway/contract/ids';
import { listReports, type ReportState } from '../api/list-reports';

export const reportsKey = (serverId: Id) => ['reports', serverId] as const;

/** What is reported, as far as it is loaded, and the way to more. */
export function useReports(serverId: Id, state: ReportState, enabled = true) {
  return useInfiniteQuery({
    queryKey: [...reportsKey(serverId), state],
    queryFn: ({ pageParam, signal }) => listReports(serverId, state, pageParam, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
    enabled,
  });
}

/** How many reports wait; 0 while that is not known, and for whom it is nothing. */
export function useWaitingReports(serverId: Id, mayLook: boolean): number {
  return useReports(serverId, 'open', mayLook).data?.pages[0]?.waiting ?? 0;
}
