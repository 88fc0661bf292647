import type { HttpResponse } from '@/lib/system/http';

const STATUS_WORDS: Readonly<Record<number, string>> = {
  204: 'The site answers with nothing at all (204).',
  206: 'The site sent only a part of its answer (206), though we asked for the whole.',
  400: 'The site does not understand the request (400).',
  401: 'The feed asks for a password (401).',
  402: 'The feed asks to be paid for (402).',
  403: 'The site refuses us (403): many sites turn programs away.',
  404: 'There is no such page (404): the feed may have moved.',
  405: 'The address is not one to be read from (405).',
  406: 'The site has no feed for us at this address (406).',
  407: 'A proxy between us and the site asks for a password (407).',
  408: 'The site says we were too slow (408).',
  418: 'The site refuses programs (418).',
  421: 'The server does not know this site (421).',
  425: 'The site finds the request too early (425).',
  451: 'The feed is withheld for legal reasons here (451).',
  500: 'The site has trouble of its own (500).',
  501: 'The server cannot do what we ask (501).',
  502: 'The site is behind a gateway that cannot reach it (502).',
  504: 'The site is behind a gateway that waited for it in vain (504).',
  508: 'The server went in a circle (508).',
  511: 'The network we are in asks us to sign in first (511).',
  // Cloudflare's own, about the site behind it.
  520: 'The site gave its gateway an unreadable answer (520).',
  521: 'The site is down: its gateway gets no connection (521).',
  522: 'The site did not answer its gateway in time (522).',
  523: 'The site cannot be reached by its gateway (523).',
  524: 'The site began and did not answer its gateway in time (524).',
  525: 'The encryption between the site and its gateway fails (525).',
  526: 'The certificate of the site is not accepted by its gateway (526).',
  530: 'The site is not known to its gateway (530).',
  // Others' own.
  509: 'The site has used up its bandwidth (509).',
  529: 'The site is overloaded (529).',
  999: 'The site refuses programs (999).',
};

/** What a status that brings no feed means, for an operator. */
export function describeStatus({ status, headers }: Pick<HttpResponse, 'status' | 'headers'>): string {
  const words = STATUS_WORDS[status];
  if (words !== undefined) return words;
  if (status >= 300 && status < 400) {
    return headers['location'] === undefined
      ? `The site sends us elsewhere (${status}) without saying where.`
      : `The site gave a redirect that we do not follow (${status}).`;
  }
  if (status >= 500) return `The site has trouble of its own (${status}).`;
  return `The site gave an unexpected answer (${status}).`;
}
