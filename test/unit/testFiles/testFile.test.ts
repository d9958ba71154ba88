import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { plannedSizes } from '../../../src/testFiles/plans';
import { newTestFile } from '../../../src/testFiles/newTestFile';
import { decisionEdit } from '../../../src/testFiles/recordDecision';
import {
  MAX_TEST_FILE,
  nameInFile,
  readTestFile,
  variantNamed,
  type WrittenLabel,
} from '../../../src/testFiles/testFile';
import { stepFor } from '../../../src/testFiles/testedStep';
import { aReport, aTestFile, fields, TODAY } from './aTest';

const schema = JSON.parse(readFileSync(new URL('../../../media/test.schema.json', import.meta.url), 'utf8')) as object;
const isTest = new Ajv({ strict: false, allErrors: true }).compile(schema);

describe('What a test file says', () => {
  it('is read from its text', () => {
    const { campaign, step, subsequence, metric, plannedSize, stopDate, decision, name } = aTestFile({
      ...{ campaign: ' c1 ', stopDate: TODAY },
    });
    assert.deepEqual(
      { campaign, step, subsequence, metric, plannedSize, stopDate, decision, name },
      {
        ...{ campaign: 'c1', step: 2, subsequence: null, metric: 'clicked', plannedSize: 3900, stopDate: TODAY },
        ...{ decision: undefined, name: 'a.sendkit-test.json' },
      },
    );
  });

  it('is nothing where it is of the wrong type', () => {
    for (const [name, values] of Object.entries({
      campaign: [5, null, {}, []],
      step: ['2', 0, -1, 1.5, 1e300, null, true],
      subsequence: [5, {}, false],
      metric: ['bounced', 5, null, '__proto__'],
      plannedSize: ['3900', 0, -5, 0.5, null],
      stopDate: ['soon', 5, null, '2025-02-30', '2025-9-1'],
      decision: [5, 'B', null, []],
    })) {
      for (const value of values) {
        const file = aTestFile({ [name]: value });
        assert.equal(file[name as 'step'], undefined, `${name} ${JSON.stringify(value)}`);
      }
    }
  });

  it('is not read from what is no object, no JSON, or too long', () => {
    for (const text of ['', '[]', '5', 'null', '{', '{"step":2,}', '// x\n{}', `\ufeff{}`]) {
      assert.equal(readTestFile(text, ''), undefined, text);
    }
    const long = (length: number): string => `{"hypothesis":"${'x'.repeat(length - 17)}"}`;
    assert.equal(long(MAX_TEST_FILE).length, MAX_TEST_FILE);
    assert.ok(readTestFile(long(MAX_TEST_FILE), ''), 'as long as it may be');
    assert.equal(readTestFile(long(MAX_TEST_FILE + 1), ''), undefined);
    assert.equal(readTestFile(long(10_000_000), ''), undefined);
  });

  it('takes fields like __proto__ for data', () => {
    const file = readTestFile('{"__proto__":{"campaign":"x"},"constructor":5,"step":2}', '');
    assert.deepEqual([file?.campaign, file?.step], [undefined, 2]);
  });

  it('has a name on one line, whatever the file is called', () => {
    const { name } = aTestFile({}, '/w/a\n\u202eb\u2028.sendkit-test.json');
    assert.equal(name, 'a b .sendkit-test.json');
  });

  it('names the main copy "Main", and another that is called so by its label', () => {
    for (const labels of [
      [null, 'B'],
      [null, 'Main'],
      ['Main', 'B'],
    ] as WrittenLabel[][]) {
      assert.deepEqual(
        labels.map((label) => variantNamed(nameInFile(label, labels), labels)),
        labels,
      );
    }
    assert.equal(nameInFile(null, [null, 'B']), 'Main');
    assert.equal(variantNamed(null, [null, 'B']), null);
  });
});

describe('What files plan', () => {
  const file = (plannedSize: number, changes: object = {}) =>
    aTestFile({ plannedSize, ...changes }, `/w/${plannedSize}.sendkit-test.json`);
  const decided = { decision: { variant: 'B', date: TODAY, result: '' } };
  const sizes = (files: readonly ReturnType<typeof file>[]): number[] =>
    plannedSizes('c1', files).map(({ perVariant }) => perVariant);

  it('is the largest size first, and before it nothing that is decided', () => {
    assert.deepEqual(sizes([file(100), file(300), file(200)]), [300, 200, 100]);
    assert.deepEqual(sizes([file(900, decided), file(100), file(800, decided)]), [100, 900, 800]);
  });

  it('is for one campaign, e-mail and rate', () => {
    const [size] = plannedSizes('c1', [file(100, { campaign: 'c2' }), file(50, { subsequence: 's1' })]);
    assert.deepEqual(size, {
      ...{ step: 2, subsequence: 's1', metric: 'clicked', perVariant: 50 },
      file: '50.sendkit-test.json',
    });
  });

  it('is nothing where a file does not say for what', () => {
    for (const name of ['campaign', 'step', 'metric', 'plannedSize']) {
      assert.deepEqual(sizes([file(100, { [name]: undefined })]), [], name);
    }
    assert.deepEqual(sizes([file(100, { subsequence: 5 })]), []);
  });
});

describe('The schema of a test file', () => {
  it('takes what the extension writes', () => {
    const variants = ['A', 'B'];
    const plan = { plannedSize: 3041, stopDate: '2025-12-31' };
    const test = { hypothesis: 'B.', campaign: 'c1', step: 2, variants, metric: 'clicked' } as const;
    const abTest = stepFor(aTestFile(), aReport())?.test;
    assert.ok(abTest, 'no test');
    for (const subsequence of [null, 's1']) {
      const text = newTestFile({ ...test, ...plan, subsequence });
      assert.ok(isTest(JSON.parse(text)), JSON.stringify(isTest.errors));
      for (const variant of ['B', null, undefined]) {
        const file = readTestFile(text, '');
        assert.ok(file, text);
        const said = { variant, date: TODAY, result: 'B.' };
        const { place, text: written } = decisionEdit(file, said, abTest);
        const after = text.slice(0, place.start) + written + text.slice(place.end);
        assert.ok(isTest(JSON.parse(after)), JSON.stringify(isTest.errors));
      }
    }
    const open = newTestFile({ ...test, subsequence: null, plannedSize: null, stopDate: null });
    assert.equal(isTest(JSON.parse(open)), false, 'a size that is left open is asked for');
  });

  it('refuses each field of a wrong type, and what is no field', () => {
    assert.equal(isTest(fields), true);
    for (const name of Object.keys(fields)) assert.equal(isTest({ ...fields, [name]: [{}] }), false, name);
    for (const wrong of [
      ...[{ x: 1 }, { step: 0 }, { plannedSize: 0.5 }, { variants: ['A'] }, { stopDate: 'soon' }],
      { decision: { variant: 'B', none: true, date: TODAY, result: '' } },
    ]) {
      assert.equal(isTest({ ...fields, ...wrong }), false, JSON.stringify(wrong));
    }
  });

  it('explains every field', () => {
    const { properties } = schema as { properties: Record<string, { description?: string }> };
    for (const [name, { description }] of Object.entries(properties)) assert.ok(description, name);
  });
});
