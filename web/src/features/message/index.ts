export { Conversation } from './components/conversation';
export { Markdown } from './components/markdown/markdown';
export { followMessages } from './realtime/follow';
export { outbox } from './model/outbox';
