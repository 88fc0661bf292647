export { ErrorScreen as default } from '@/app/_client/error-screen';
