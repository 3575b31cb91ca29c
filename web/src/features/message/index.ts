export { Conversation } from './components/conversation';
export { Markdown } from './components/markdown/markdown';
export { deleteMessage } from './api/delete-message';
export { followMessages } from './realtime/follow';
export { outbox } from './model/outbox';
