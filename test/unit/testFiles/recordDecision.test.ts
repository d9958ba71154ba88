import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ABTest } from '../../../src/analytics/abTest';
import { decisionEdit, type NewDecision } from '../../../src/testFiles/recordDecision';
import { readTestFile } from '../../../src/testFiles/testFile';
import { stepFor } from '../../../src/testFiles/testedStep';
import { aReport, aTestFile, fields } from './aTest';

function testOf(step: number): ABTest {
  const test = stepFor(aTestFile({ step }), aReport())?.test;
  assert.ok(test, 'no test');
  return test;
}

const said = { variant: 'B', date: '2025-09-01', result: 'B is ahead in click rate (B 3.5%, A 1.5%).' };
const decision = {
  ...{ variant: 'B', date: said.date, result: said.result, metric: 'clicked' },
  figures: { A: '30 of 2000 delivered', B: '70 of 2000 delivered' },
};

/** The text with the decision written into it. */
function decided(text: string, changes: Partial<NewDecision> = {}, step = 2): string {
  const file = readTestFile(text, '');
  assert.ok(file, text);
  const { place, text: written } = decisionEdit(file, { ...said, ...changes }, testOf(step));
  return text.slice(0, place.start) + written + text.slice(place.end);
}

const read = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;
const linesOf = (text: string): string[] => text.split('\n');

describe('A decision', () => {
  const text = `${JSON.stringify(fields, null, 2)}\n`;

  it('stands in place of null, with date, result, metric and figures, and touches nothing else', () => {
    assert.deepEqual(read(decided(text)), { ...fields, decision });
    const [before, after] = [linesOf(text), linesOf(decided(text))];
    const at = before.indexOf('  "decision": null');
    assert.deepEqual(after.slice(0, at), before.slice(0, at));
    assert.deepEqual(after.slice(at, -2), [
      '  "decision": {',
      '    "variant": "B",',
      '    "date": "2025-09-01",',
      '    "result": "B is ahead in click rate (B 3.5%, A 1.5%).",',
      '    "metric": "clicked",',
      '    "figures": {',
      '      "A": "30 of 2000 delivered",',
      '      "B": "70 of 2000 delivered"',
      '    }',
      '  }',
    ]);
    assert.deepEqual(after.slice(-2), before.slice(-2));
  });

  it('keeps the file’s own indentation and line ends, whatever they are', () => {
    const indents = fc.constantFrom(' ', '  ', '   ', '    ', '\t');
    fc.assert(
      fc.property(indents, fc.constantFrom('\n', '\r\n'), fc.boolean(), (indent, lineEnd, isThere) => {
        const { decision: none, ...rest } = fields;
        const given = isThere ? { decision: none, ...rest } : rest;
        const layout = (value: unknown): string => JSON.stringify(value, null, indent).replaceAll('\n', lineEnd);
        const expected = isThere ? { decision, ...rest } : { ...rest, decision };
        assert.equal(decided(layout(given)), layout(expected));
      }),
    );
  });

  it('is written on the line that is there', () => {
    assert.equal(decided('{"step":2,"decision":null}'), `{"step":2,"decision":${JSON.stringify(decision)}}`);
    assert.deepEqual(read(decided('{"step":2}')), { step: 2, decision });
    assert.deepEqual(read(decided('{}')), { decision });
    assert.deepEqual(read(decided('{\n}')), { decision });
  });

  it('takes the place of another', () => {
    const again = decided(decided(text), { variant: 'A' });
    assert.deepEqual(read(again), { ...fields, decision: { ...decision, variant: 'A' } });
  });

  it('can be for none', () => {
    const { variant, ...rest } = decision;
    assert.ok(variant, 'variant');
    assert.deepEqual(read(decided(text, { variant: undefined })), { ...fields, decision: { none: true, ...rest } });
  });

  it('calls the main copy by its name, which the file can be read by again', () => {
    const { decision: written } = read(decided(text, { variant: null }, 3));
    assert.deepEqual(written, {
      ...{ ...decision, variant: 'Main' },
      figures: { Main: '5 of 500 delivered', C: '5 of 500 delivered' },
    });
  });

  it('takes any label for text', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (label, result) => {
        const [a, b] = testOf(2).variants;
        assert.ok(a && b, 'variants');
        const test = { ...testOf(2), variants: [a, { ...b, label }] };
        const file = aTestFile();
        const { place, text: written } = decisionEdit(file, { ...said, variant: label, result }, test);
        const after = read(file.text.slice(0, place.start) + written + file.text.slice(place.end));
        assert.equal((after['decision'] as typeof decision).result, result);
        assert.equal((after['decision'] as typeof decision).variant, label);
      }),
    );
  });
});
