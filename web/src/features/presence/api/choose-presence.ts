import type { Status } from '@/gateway/contract/presence';
import { command } from '@/gateway/http/request';

export const choosePresence = (status: Status): Promise<void> => command('PUT', '/me/presence', { body: { status } });
