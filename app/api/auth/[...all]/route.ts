import { handleAuthRequest } from '@/lib/operator/auth';

export const GET = handleAuthRequest;
export const POST = handleAuthRequest;
