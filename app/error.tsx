'use client'; // Next reads the directive from this very file.

export { ErrorScreen as default } from '@/app/_client/error-screen';
