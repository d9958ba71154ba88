import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJson, type JsonNode } from '../../../src/testFiles/readJson';

/** A node as `JSON.parse` would give it; also a member that is called `__proto__`. */
function valueOf({ members, items, value }: JsonNode): unknown {
  if (members) return Object.fromEntries([...members].map(([name, node]) => [name, valueOf(node)]));
  return items ? items.map(valueOf) : value;
}

function nodesIn(node: JsonNode): JsonNode[] {
  return [node, ...[...(node.members?.values() ?? []), ...(node.items ?? [])].flatMap(nodesIn)];
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** Says of any text what `JSON.parse` says of it. */
function assertSame(text: string): void {
  const node = readJson(text);
  assert.deepEqual(node && { value: valueOf(node) }, parsed(text), text);
}

const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\r\n', '\t'), maxLength: 3 });
/** Values with names that are dangerous, empty or there twice, written with spaces where they may be. */
const written = fc
  .tuple(fc.jsonValue({ maxDepth: 4, noUnicodeString: false }), space, fc.constantFrom(0, 1, 2, '\t'))
  .map(([value, around, indent]) => `${around}${JSON.stringify(value, null, indent)}${around}`);
const characters = fc.string({
  unit: fc.constantFrom(...Array.from('{}[]":,\\/u0123456789.eE+-truefalsn \n\r\t\u0000\ufeffé')),
  maxLength: 30,
});

describe('Reading JSON with its places', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(fc.property(written, assertSame));
  });

  it('knows where each value stands', () => {
    fc.assert(
      fc.property(written, (text) => {
        const root = readJson(text);
        assert.ok(root, text);
        for (const node of nodesIn(root)) {
          assert.deepEqual(JSON.parse(text.slice(node.start, node.end)), valueOf(node));
          assert.match(text.slice(node.start, node.end), /^\S[^]*\S$|^\S$/);
        }
      }),
    );
  });

  it('refuses what JSON.parse refuses, however the text was damaged', () => {
    fc.assert(
      fc.property(written, fc.nat(), fc.nat(3), characters, (text, at, removed, put) => {
        const place = at % (text.length + 1);
        assertSame(text.slice(0, place) + put + text.slice(place + removed));
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(characters, assertSame), { numRuns: 5000 });
    fc.assert(fc.property(written, fc.nat(), (text, at) => assertSame(text.slice(0, at % (text.length + 1)))));
  });

  for (const text of [
    ...['', ' ', '[', '{', '[1,]', '{"a":1,}', '[1 2]', '{"a" 1}', '{a:1}', '{1:2}', "{'a':1}", '[,1]', '[]]', '1 2'],
    ...['01', '1.', '.5', '-', '+1', '1e', '0x1', 'NaN', 'Infinity', 'nul', 'True', '// no\n1', '/* no */1', '\ufeff1'],
    ...['"\n"', '"\\x"', '"\\u12"', '"\u0000"', '"', '"\\"', '{"a":1,"a":2}', '{"__proto__":{"x":1}}', '-0', '1E+2'],
    ...['"\\ud800"', '"\\u0061"', '{"":0}', '[[],{}]', '\t\r\n null \n'],
  ]) {
    it(`agrees with JSON.parse on ${JSON.stringify(text)}`, () => assertSame(text));
  }

  it('takes the last of two members with one name, and its place', () => {
    const text = '{"step": 1, "step": 22}';
    const node = readJson(text)?.members?.get('step');
    assert.equal(text.slice(node?.start, node?.end), '22');
  });

  it('gives up where it gets too deep, without running out of stack', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    assert.ok(readJson(nested(50)), '50');
    assert.equal(readJson(nested(60)), undefined);
    assert.equal(readJson('['.repeat(1_000_000)), undefined);
    assert.equal(readJson('{"a":'.repeat(100_000)), undefined);
  });
});
