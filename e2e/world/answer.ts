/** What the world answers to one HTTP request. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export function toJson(value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value), headers };
}

export function toPage(html: string, status = 200): Answer {
  return { status, type: 'text/html; charset=utf-8', body: html };
}

export function toRedirect(status: number, location: string): Answer {
  return { ...toPage('', status), headers: { location } };
}
