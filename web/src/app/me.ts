import { useQuery } from '@tanstack/react-query';
import { Me } from '@/gateway/contract/user';
import { request } from '@/gateway/http/request';

/** Who is signed in. */
export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: ({ signal }) => request('GET', '/me', Me, { signal }), staleTime: Infinity });
