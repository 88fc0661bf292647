import { cookies } from 'next/headers';
import { toReaderSettings, type ReaderSettings } from '@/lib/model/reader-settings';

export async function readReaderSettings(): Promise<ReaderSettings> {
  const jar = await cookies();
  return toReaderSettings((name) => jar.get(name)?.value);
}
