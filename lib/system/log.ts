import pino, { type Logger } from 'pino';
import type { Env } from './env';

export type { Logger };

/** Structured lines on stdout. `name` says which part of the desk speaks. */
export function createLog(level: Env['LOG_LEVEL']): Logger {
  return pino({ level, timestamp: pino.stdTimeFunctions.isoTime, base: null });
}
