import { readEnv } from '@/lib/system/env';
import { singleton } from '@/lib/system/singleton';

/** What the operator said of this desk, as far as readers may know it. */
export interface DeskFacts {
  /** The address readers use, where one was given. */
  readonly publicUrl: string | undefined;
  /** Whom to ask to have an article taken down. */
  readonly removalContact: string | undefined;
}

export function deskFacts(): DeskFacts {
  return singleton('desk-facts', () => {
    const env = readEnv();
    return { publicUrl: env.PUBLIC_URL, removalContact: env.REMOVAL_CONTACT };
  });
}
