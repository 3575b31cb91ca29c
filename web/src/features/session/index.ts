export { signOut } from './api/sign-out';
export { AuthFrame } from './components/auth-frame';
export { SignInScreen } from './components/sign-in-screen';
export { SignUpScreen } from './components/sign-up-screen';
