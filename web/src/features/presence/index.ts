export { statusChoices } from './components/status-choices';
export { lookUpPresence } from './model/look-up';
export { useConnected } from './model/use-connected';
export { useOwnStatus } from './model/use-own-status';
export { followPresence } from './realtime/follow';
