/** Where something stands in a text: offsets, the end excluded. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A value of a JSON text with its place. Of two members of the same name the last counts, as for `JSON.parse`. */
export interface JsonNode extends Place {
  /** Of what is neither object nor array. */
  readonly value?: unknown;
  readonly members?: ReadonlyMap<string, JsonNode>;
  readonly items?: readonly JsonNode[];
}

const TOKEN =
  /[ \t\n\r]*("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{}:,]|$)/y;
/** Deeper is no file that somebody wrote. */
const MAX_DEPTH = 50;

/** Reads strict JSON (RFC 8259); `undefined` for anything else, and for what is nested too deep. */
export function readJson(text: string): JsonNode | undefined {
  const tokens = new RegExp(TOKEN);
  let token = '';

  function advance(): void {
    const match = tokens.exec(text);
    if (!match) throw new SyntaxError();
    token = match[1] ?? '';
  }

  function take(expected: string): void {
    if (token !== expected) throw new SyntaxError();
    advance();
  }

  function read(depth: number): JsonNode {
    const start = tokens.lastIndex - token.length;
    const close = token === '{' ? '}' : token === '[' ? ']' : undefined;
    if (close === undefined) {
      const end = tokens.lastIndex;
      const value: unknown = JSON.parse(token);
      advance();
      return { start, end, value };
    }
    if (depth > MAX_DEPTH) throw new SyntaxError();
    const members = new Map<string, JsonNode>();
    const items: JsonNode[] = [];
    advance();
    while (token !== close) {
      if (members.size + items.length > 0) take(',');
      if (close === ']') items.push(read(depth + 1));
      else {
        const name = JSON.parse(token) as unknown;
        if (typeof name !== 'string') throw new SyntaxError();
        advance();
        take(':');
        members.set(name, read(depth + 1));
      }
    }
    const end = tokens.lastIndex;
    advance();
    return { start, end, ...(close === '}' ? { members } : { items }) };
  }

  try {
    advance();
    const root = read(0);
    return token === '' ? root : undefined;
  } catch {
    return undefined;
  }
}
