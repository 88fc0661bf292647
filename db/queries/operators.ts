import { database } from '@/db/client';
import { operators } from '@/db/schema/operators';

/** Whether anybody may open the console yet. */
export async function hasOperator(): Promise<boolean> {
  const rows = await database().select({ id: operators.id }).from(operators).limit(1);
  return rows.length > 0;
}
