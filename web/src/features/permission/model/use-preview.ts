import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Id } from '@/gateway/contract/ids';
import { previewChange, type ProposedChange } from '../api/preview-change';

export const previewsName = 'permission-previews';

/** Whoever tries several switches is asked for once, after the last of them. */
const REST_MS = 350;

/** What a change would do, as it is asked for and kept. */
export const previewQuery = (serverId: Id, change: ProposedChange) =>
  queryOptions({
    queryKey: [previewsName, serverId, JSON.stringify(change)],
    queryFn: ({ signal }) => previewChange(serverId, change, signal),
  });

/** What a change would do; null while there is none. The one before stays until the next is known. */
export function usePreview(serverId: Id, change: ProposedChange | null) {
  const wanted = change === null ? null : JSON.stringify(change);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), REST_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  const query = useQuery({
    queryKey: [previewsName, serverId, asked] as const,
    queryFn: ({ signal }) => previewChange(serverId, JSON.parse(asked ?? '') as ProposedChange, signal),
    enabled: asked !== null && wanted !== null,
    placeholderData: keepPreviousData,
  });
  return { ...query, outdated: asked !== wanted || query.isPlaceholderData };
}
