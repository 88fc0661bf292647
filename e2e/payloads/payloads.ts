import { FOREIGN, MUTATIONS } from './foreign';
import { HANDLERS } from './handlers';
import { LINK_ATTRIBUTES, LINKS } from './links';
import { FRAMES, PICTURES, STYLES } from './loads';
import { BROKEN, CLOBBERING, FORMS } from './page-traps';
import { SCRIPTS } from './scripts';

/** What strangers put into HTML so that it runs, fetches, tracks or draws where it should only be read. */
export const PAYLOADS: Readonly<Record<string, readonly string[]>> = {
  scripts: SCRIPTS,
  handlers: HANDLERS,
  links: LINKS,
  'attributes of links': LINK_ATTRIBUTES,
  'foreign elements': FOREIGN,
  mutations: MUTATIONS,
  frames: FRAMES,
  pictures: PICTURES,
  styles: STYLES,
  forms: FORMS,
  clobbering: CLOBBERING,
  'broken markup': BROKEN,
};
