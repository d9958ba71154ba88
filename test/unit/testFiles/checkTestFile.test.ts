import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkTestFile, type Known } from '../../../src/testFiles/checkTestFile';
import { readTestFile } from '../../../src/testFiles/testFile';
import { aReport, aTestFile, fields, known, TODAY } from './aTest';

interface Seen {
  readonly at: string;
  readonly message: string | undefined;
  readonly severity: string;
  readonly choices: readonly string[];
}

/** What is said of a file, each with the text that it is said of. */
function flawsOf(changes: Readonly<Record<string, unknown>>, about: Partial<Known> = {}): Seen[] {
  const file = aTestFile(changes);
  return checkTestFile(file, known(about)).map(({ place, message, severity, choices }) => ({
    ...{ at: file.text.slice(place.start, place.end), message, severity },
    choices: choices.map(({ text }) => text),
  }));
}

const stepsThatAreTested = ['2', '3'];

interface Case {
  readonly when: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly about?: Partial<Known>;
  readonly at: string;
  readonly says: RegExp;
  readonly severity?: string;
  readonly choices: readonly string[];
}

const cases: readonly Case[] = [
  {
    ...{ when: 'an e-mail that the campaign does not have', given: { step: 9 }, at: '9' },
    ...{ says: /^This campaign does not test Email 9\.$/, choices: stepsThatAreTested },
  },
  {
    ...{ when: 'an e-mail without variants', given: { step: 1 }, at: '1' },
    ...{ says: /does not test Email 1\./, choices: stepsThatAreTested },
  },
  {
    ...{ when: 'a subsequence that the campaign does not have', given: { subsequence: 's9' }, at: '"s9"' },
    ...{ says: /no such subsequence/, choices: ['null', '"s1"'] },
  },
  {
    ...{ when: 'an e-mail that the subsequence does not have', given: { subsequence: 's1' }, at: '2' },
    ...{ says: /does not test Email 2/, choices: ['1'] },
  },
  {
    ...{ when: 'a variant that the e-mail does not have', given: { variants: ['A', 'Z'] }, at: '"Z"' },
    ...{ says: /^Email 2 has no Variant Z\.$/, choices: ['"B"'] },
  },
  {
    ...{ when: 'the main copy where there is none', given: { variants: ['A', 'Main'] }, at: '"Main"' },
    ...{ says: /^Email 2 has no Main\.$/, choices: ['"B"'] },
  },
  {
    ...{ when: 'fewer variants than are tested', given: { step: 3, variants: ['C'] }, at: '[\n    "C"\n  ]' },
    ...{ says: /^Email 3 is tested with Main, too\.$/, severity: 'warning', choices: ['["Main","C"]'] },
  },
  {
    ...{ when: 'another metric than the verdict’s', given: { metric: 'opened' }, at: '"opened"' },
    ...{ says: /^Compared by click rate\..+ What is planned for the open rate does not count\.$/ },
    ...{ severity: 'warning', choices: ['"clicked"'] },
  },
  {
    ...{ when: 'a metric that has not happened yet', given: { step: 2 }, at: '"clicked"' },
    about: {
      report: aReport({
        rows: [
          [0, null, { sent: 10 }],
          [2, 'A', { sent: 100, clicked: 0 }],
          [2, 'B', { sent: 100, clicked: 0 }],
        ],
      }),
    },
    ...{
      says: /Compared by open rate\..+No variant has a click yet\./,
      severity: 'information',
      choices: ['"opened"'],
    },
  },
  {
    ...{ when: 'a day that is not on the calendar', given: { stopDate: '2025-02-30' }, at: '"2025-02-30"' },
    ...{ says: /not on the calendar/, severity: 'warning', choices: [`"${TODAY}"`] },
  },
  {
    ...{ when: 'a stop before the campaign started', given: { stopDate: '2025-02-01' }, at: '"2025-02-01"' },
    ...{ says: /^The campaign started on Mar 1, 2025\.$/, severity: 'warning', choices: [`"${TODAY}"`] },
  },
  {
    ...{
      when: 'a decision that is still to come',
      given: { decision: { variant: 'B', date: '2025-09-02', result: '' } },
    },
    ...{ at: '"2025-09-02"', says: /still to come/, severity: 'warning', choices: [`"${TODAY}"`] },
  },
  {
    ...{ when: 'a decision before the campaign started', given: { decision: { variant: 'B', date: '2024-01-01' } } },
    ...{ at: '"2024-01-01"', says: /campaign started on/, severity: 'warning', choices: [`"${TODAY}"`] },
  },
  {
    ...{ when: 'a decision for a variant that is not there', given: { decision: { variant: 'Z', date: TODAY } } },
    ...{ at: '"Z"', says: /^Email 2 has no Variant Z\.$/, choices: ['"A"', '"B"'] },
  },
  {
    ...{ when: 'a campaign that is not loaded', given: { campaign: 'other' }, at: '"other"' },
    about: {
      ...{ report: null, campaigns: [{ id: 'c1', name: 'Spring' }] },
      obstacle: { message: 'Not loaded.', severity: 'information' },
    },
    ...{ says: /^Not loaded\.$/, severity: 'information', choices: ['"c1"'] },
  },
  {
    ...{ when: 'a size that another file contradicts', given: {}, at: '3900' },
    about: { others: [aTestFile({ plannedSize: 5000 }, '/w/b.sendkit-test.json')] },
    ...{ says: /^b\.sendkit-test\.json plans 5,000 for the same test\. The larger size counts\.$/ },
    ...{ severity: 'warning', choices: ['5000'] },
  },
];

describe('A test file', () => {
  for (const { when, given, about, at, says, severity = 'error', choices } of cases) {
    it(`is told of ${when}, at its place, with what would be right`, () => {
      const [flaw, ...more] = flawsOf(given, about);
      assert.ok(flaw, 'nothing was said');
      assert.deepEqual(more, []);
      assert.match(flaw.message ?? '', says);
      assert.deepEqual([flaw.at, flaw.severity, flaw.choices], [at, severity, choices]);
    });
  }

  for (const [what, given] of [
    ['as it should be', {}],
    ['of a subsequence', { subsequence: 's1', step: 1, variants: ['X', 'Y'] }],
    ['with the main copy, by name', { step: 3, variants: ['Main', 'C'] }],
    ['with the main copy, by null', { step: 3, variants: [null, 'C'] }],
    ['in another order', { variants: ['B', 'A'] }],
    ['that was decided', { decision: { variant: 'B', date: TODAY, result: 'B.' }, stopDate: '2025-08-01' }],
    ['that was decided for none', { decision: { none: true, date: TODAY, result: 'None.' } }],
  ] as const) {
    it(`${what} is told nothing`, () => assert.deepEqual(flawsOf(given), []));
  }

  it('takes each choice for right, where it stands in place of what is wrong', () => {
    for (const { given, about } of cases) {
      const file = aTestFile(given);
      for (const { place, choices } of checkTestFile(file, known(about))) {
        for (const { text } of choices) {
          const better = readTestFile(file.text.slice(0, place.start) + text + file.text.slice(place.end), '');
          assert.ok(better, text);
          const again = checkTestFile(better, known({ ...about, report: about?.report ?? aReport(), others: [] }));
          assert.ok(!again.some((flaw) => flaw.place.start === place.start && flaw.severity === 'error'), text);
        }
      }
    }
  });

  it('with a wrong type is told nothing, which the schema does, but is offered what would be right', () => {
    const offers = (name: string, value: unknown): Seen[] => flawsOf({ [name]: value });
    for (const [name, choices] of [
      ['subsequence', ['null', '"s1"']],
      ['step', stepsThatAreTested],
      ['metric', ['"clicked"']],
      ['plannedSize', ['3041']],
      ['stopDate', [`"${TODAY}"`]],
      ['decision', ['null']],
      ['variants', ['["A","B"]']],
    ] as const) {
      const flaws = offers(name, name === 'decision' || name === 'subsequence' ? 5 : true);
      assert.deepEqual(
        flaws.map(({ message, choices: offered }) => [message, offered]),
        [[undefined, choices]],
        name,
      );
    }
    const campaigns = [{ id: 'c1', name: 'Spring' }];
    const [flaw] = flawsOf({ campaign: 5 }, { report: null, campaigns });
    assert.deepEqual([flaw?.message, flaw?.at, flaw?.choices], [undefined, '5', ['"c1"']]);
  });

  it('with every field of a wrong type is told nothing, whatever stands there', () => {
    const wrong = Object.fromEntries(Object.keys(fields).map((name) => [name, [{}]]));
    assert.deepEqual(
      flawsOf(wrong).map(({ message }) => message),
      flawsOf(wrong).map(() => undefined),
    );
    fc.assert(
      fc.property(
        fc.record(Object.fromEntries([...Object.keys(fields), 'subsequence'].map((name) => [name, fc.jsonValue()])), {
          requiredKeys: [],
        }),
        (any) => {
          const file = readTestFile(JSON.stringify(any), '/w/any.sendkit-test.json');
          assert.ok(file, 'an object');
          for (const about of [known(), known({ report: null })]) {
            for (const { place, choices } of checkTestFile(file, about)) {
              assert.ok(place.start < place.end && place.end <= file.text.length, JSON.stringify(place));
              for (const { text } of choices) JSON.parse(text);
            }
          }
        },
      ),
    );
  });
});

describe('Two files for one test', () => {
  const contradict = (changes: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>> = {}) =>
    flawsOf(own, { others: [aTestFile({ plannedSize: 5000, ...changes }, '/w/b.sendkit-test.json')] }).length > 0;

  it('do not contradict each other where they are about something else, or one of them is decided', () => {
    assert.equal(contradict({}), true);
    assert.equal(contradict({ plannedSize: 3900 }), false);
    for (const other of [
      ...[{ campaign: 'c2' }, { step: 3 }, { subsequence: 's1' }, { metric: 'opened' }],
      { decision: { variant: 'B', date: TODAY, result: '' } },
    ]) {
      assert.equal(contradict(other), false, JSON.stringify(other));
    }
    assert.equal(contradict({}, { decision: { variant: 'B', date: TODAY, result: '' } }), false);
  });

  it('do not contradict each other where neither says what it is about', () => {
    assert.deepEqual(flawsOf({ step: undefined }, { others: [aTestFile({ step: undefined, plannedSize: 5000 })] }), []);
  });
});
