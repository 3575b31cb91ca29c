import { ServerTemplates, type ServerTemplate } from '@/gateway/contract/server';
import { request } from '@/gateway/http/request';

export const listTemplates = (language: string, signal?: AbortSignal): Promise<readonly ServerTemplate[]> =>
  request('GET', '/server-templates', ServerTemplates, { query: { language }, signal }).then(({ items }) => items);
