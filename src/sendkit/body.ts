import { SendKitError } from './errors';
import type { FetchAnswer } from './fetch';

const JSON_TYPE = /^\s*application\/([\w!#$&^.+-]+\+)?json\s*(;|$)/i;

/** The body of a good answer as JSON; throws `notSendKit`, `tooLarge` or an `invalidAnswer` that names what is wrong with it. */
export async function readJson(answer: FetchAnswer, maxBytes: number): Promise<unknown> {
  if (!JSON_TYPE.test(answer.headers.get('Content-Type') ?? '')) {
    throw new SendKitError({ kind: 'notSendKit', path: 'Content-Type' });
  }
  const text = await readText(answer, maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('JSON');
  }
}

/** `Content-Length` spares the reading of what is too large; the count holds whatever it says. */
async function readText({ headers, body }: FetchAnswer, maxBytes: number): Promise<string> {
  if (Number(headers.get('Content-Length')) > maxBytes) throw new SendKitError({ kind: 'tooLarge' });
  const decode = utf8Decoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of body ?? []) {
    const part = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    bytes += part.byteLength;
    if (bytes > maxBytes) throw new SendKitError({ kind: 'tooLarge' });
    text += decode(part);
  }
  return text + decode();
}

function utf8Decoder(): (part?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (part) => {
    try {
      return decoder.decode(part, { stream: part !== undefined });
    } catch {
      throw invalid('UTF-8');
    }
  };
}

function invalid(path: string): SendKitError {
  return new SendKitError({ kind: 'invalidAnswer', path });
}
