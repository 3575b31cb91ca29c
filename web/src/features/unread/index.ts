export { channelsListed, markRead, markSeen, readings, startReadings } from './model/store';
export { isUnread } from './model/unread';
export { followUnread } from './realtime/follow';
