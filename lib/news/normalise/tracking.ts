/** Parameters that count readers and change nothing else. */
const NAMES = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid li_fat_id igshid igsh mkt_tok epik ' +
    'wickedid s_cid s_kwcid cmpid ncid xtor ito smid smtyp ref_src ref_url sr_share guccounter rb_clickid spm scm ' +
    'sharedid share_id share_from share_source ocid cvid partner_id fb_ref fb_source fb_action_ids action_object_map ' +
    'nr_email_referer _openstat _branch_match_id _ga _gl vgo_ee cndid ck_subscriber_id ml_subscriber ' +
    'ml_subscriber_hash hss_channel traffic_source wprov tblci __twitter_impression __s'
  ).split(' '),
);
const PREFIXES = /^(?:utm_|mtm_|pk_|piwik_|matomo_|at_|guce_|oly_|hsa_|ga_|_hs|__hs|mc_|vero_|wt_|trk_|stm_)/;
/** Parameters that mean something, unless all they say is that the reader came from a feed. */
const ORIGIN_NAMES = new Set(
  'ref referrer source src from via cmp campaign partner medium feed format rss'.split(' '),
);
const ORIGIN_VALUES =
  /^(?:1|true|rss|feed|rssfeed|rss[-_]?\w{0,12}|atom|newsletter|homepage|social|twitter|telegram)$/i;
/** Only where these stand alone do they say nothing: `?from=1` may be a page. */
const SWITCHES = new Set(['rss', 'feed']);

/** Whether a parameter only tells the site where its reader came from. */
export function isTracking(name: string, value: string): boolean {
  const lower = name.toLowerCase();
  if (NAMES.has(lower) || PREFIXES.test(lower)) return true;
  if (!ORIGIN_NAMES.has(lower) || !ORIGIN_VALUES.test(value)) return false;
  return SWITCHES.has(lower) || !/^(?:1|true)$/i.test(value);
}
