import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SECOND_MS } from '@/lib/core/time';
import { systemClock } from '@/lib/system/clock';
import { singleton } from '@/lib/system/singleton';

const manifest = z.object({ version: z.string() });

/** Which version runs, and since when. */
export interface ProcessFacts {
  readonly version: string;
  readonly startedAt: Date;
}

export function processFacts(): ProcessFacts {
  return singleton('process-facts', () => ({
    version: manifest.parse(JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8'))).version,
    startedAt: new Date(systemClock().getTime() - process.uptime() * SECOND_MS),
  }));
}
