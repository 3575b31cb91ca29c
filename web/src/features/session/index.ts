export { signOut } from './api/sign-out';

/** The way in, which who is signed in does not need. */
export const wayIn = () => import('./components/way-in');
