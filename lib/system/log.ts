import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';
import type { Env } from './env';

export type { Logger };

/** Lines for people by default; one JSON object a line for a collector with `LOG_FORMAT=json`. */
export function createLog({ LOG_LEVEL, LOG_FORMAT }: Pick<Env, 'LOG_LEVEL' | 'LOG_FORMAT'>): Logger {
  const options = { level: LOG_LEVEL, timestamp: pino.stdTimeFunctions.isoTime, base: null };
  if (LOG_FORMAT === 'json') return pino(options);
  return pino(
    options,
    pretty({ translateTime: 'UTC:HH:MM:ss', ignore: 'pid,hostname', singleLine: true, sync: true }),
  );
}
