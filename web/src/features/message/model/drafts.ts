import { recall, remember } from '@/shared/model/stored';

const name = (channelId: string) => `beep.draft.${channelId}`;

/** What was begun and not sent, per channel, kept in this browser. */
export const drafts = {
  read: (channelId: string): string => recall(name(channelId)) ?? '',
  write: (channelId: string, text: string): void => remember(name(channelId), text === '' ? null : text),
};
