import { useQuery } from '@tanstack/react-query';
import { Me } from '@/gateway/contract/user';
import { request } from '@/gateway/http/request';

export const meKey = ['me'] as const;

/** Who is signed in. */
export const useMe = () =>
  useQuery({ queryKey: meKey, queryFn: ({ signal }) => request('GET', '/me', Me, { signal }), staleTime: Infinity });
