import type { Outlet } from '@/e2e/world/news/outlets';
import { ARABIC } from './arabic';
import { CHINESE } from './chinese';
import { GERMAN } from './german';
import { JAPANESE } from './japanese';
import { OFFICIAL } from './official';
import type { Voice } from './voice';

const BY_LANGUAGE: Readonly<Record<Outlet['language'], Voice | undefined>> = {
  en: undefined,
  zh: CHINESE,
  ar: ARABIC,
  ja: JAPANESE,
  de: GERMAN,
};

/** The words an outlet has of its own; English newsrooms use those of the event. */
export function voiceOf(outlet: Outlet): Voice | undefined {
  return outlet.kind === 'official' ? OFFICIAL : BY_LANGUAGE[outlet.language];
}
