import { type ClientMessage } from '@/lib/live/protocol';
import { clientMessage } from '@/lib/live/protocol-schema';

const MAX_REASON_CHARS = 200;

/** What a browser, or a stranger, sent: a message of the protocol, or why it is none. */
export function readClientFrame(bytes: Buffer, isBinary: boolean): ClientFrame {
  if (isBinary) return malformed('Only text frames are understood.');
  const json = parseJson(bytes.toString('utf8'));
  if (json === undefined) return malformed('The frame is not JSON.');
  const result = clientMessage.safeParse(json);
  if (result.success) return { kind: 'message', message: result.data };
  const issue = result.error.issues[0];
  return malformed(`${issue?.path.join('.') || 'message'}: ${issue?.message ?? 'does not fit'}`);
}

function malformed(why: string): ClientFrame {
  return { kind: 'malformed', why: why.slice(0, MAX_REASON_CHARS) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export type ClientFrame =
  | { readonly kind: 'message'; readonly message: ClientMessage }
  | { readonly kind: 'malformed'; readonly why: string };
