import type { LogOutputChannel } from 'vscode';

/** The log, which never shows a key: neither what looks like one nor any secret that was seen. */
export interface Log {
  readonly info: (line: string) => void;
  readonly warn: (line: string) => void;
  /** A bug, with its stack. */
  readonly bug: (error: unknown) => void;
  /** From now on this text is blotted out of every line. */
  readonly hide: (secret: string) => void;
  readonly show: () => void;
}

const LOOKS_LIKE_A_KEY = /sk_[\w-]{4,}/g;
/** A header or field that holds a key, whatever quotes, brackets and colons stand between its name and its value. */
const NAMED_SECRET =
  /\b(x-api-key|authorization|api[_-]?key|bearer)([^\p{L}\p{N}]{1,12}(?:bearer[^\p{L}\p{N}]{1,6})?)[^\s"'\\,\]}]+/giu;

export function redactingLog(channel: LogOutputChannel): Log {
  const secrets = new Set<string>();
  const redact = (line: string): string => {
    let safe = line;
    for (const secret of [...secrets].sort((a, b) => b.length - a.length)) safe = safe.replaceAll(secret, '•••');
    return safe.replace(LOOKS_LIKE_A_KEY, 'sk_•••').replace(NAMED_SECRET, '$1$2•••');
  };
  return {
    info: (line) => channel.info(redact(line)),
    warn: (line) => channel.warn(redact(line)),
    bug: (error) => channel.error(redact(describe(error))),
    hide: (secret) => {
      if (secret !== '') secrets.add(secret);
    },
    show: () => channel.show(true),
  };
}

/** Anything can be thrown, even what cannot be made into text. */
function describe(error: unknown): string {
  try {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } catch {
    return `Something of type ${typeof error} was thrown.`;
  }
}
