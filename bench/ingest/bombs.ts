const OPEN =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Bomb</title><item><title>one</title><link>/1</link>';

/** Documents that hang or fill what reads them carelessly; each below the size at which a fetch is broken off. */
export const BOMBS: Readonly<Record<string, () => string>> = {
  'a<p, 80 kB': () =>
    `${OPEN}<description><![CDATA[${'a<p'.repeat(27_000)}]]></description></item></channel></rss>`,
  'unclosed tags, 1 M': () => `${OPEN}<description>${'<b>'.repeat(1_000_000)}`,
  'bare ampersands, 7 MB': () =>
    `${OPEN}<description>${'&'.repeat(7_000_000)}</description></item></channel></rss>`,
  'deep nesting': () => `${OPEN}<description>${'<b>'.repeat(500_000)}${'</b>'.repeat(500_000)}</description>`,
  'many items, 7 MB': () =>
    `<rss><channel>${'<item><title>x</title><link>/1</link></item>'.repeat(160_000)}</channel></rss>`,
  'empty objects, 7 MB': () =>
    `{"version":"https://jsonfeed.org/version/1.1","items":[${'[],'.repeat(2_300_000)}[]]}`,
  'doubling entities': () =>
    `<!DOCTYPE a [<!ENTITY b "&c;&c;"><!ENTITY c "&b;&b;">]>${OPEN}<description>&b;</description></item></channel></rss>`,
  'unclosed sections': () => `${OPEN}<description>${'<![CDATA['.repeat(400_000)}`,
  'unclosed bold text': () =>
    `${OPEN}<description><![CDATA[${'<b><i>'.repeat(50_000)}]]></description></item></channel></rss>`,
  'a flood of attributes': () => `<rss ${'xmlns:a="b" '.repeat(400_000)}><channel/></rss>`,
};
