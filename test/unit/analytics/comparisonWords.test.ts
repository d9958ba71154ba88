import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Comparison, comparisonOf, type ComparisonSubject } from '../../../src/analytics/comparison';
import {
  aloneSentence,
  comparisonSentence,
  noiseWord,
  priorSentence,
  subjectName,
} from '../../../src/analytics/comparisonWords';
import { formatFor } from '../../../src/analytics/format';
import { rate } from '../../../src/analytics/rate';
import { aSubject } from '../builders';
import { agreeingCounts, NO_WORDS } from './arbitraryVariants';

const format = formatFor('en');
const january = { from: '2025-01-01', to: '2025-01-31' };
const february = { from: '2025-02-01', to: '2025-02-28' };
const compare = (...subjects: ComparisonSubject[]): Comparison => comparisonOf(subjects, 'delivered', null);
const replying = (id: string, replied: number, period = {}) =>
  aSubject(id, { sent: 1000, bounced: 10, replied }, period);

function namesIn(comparison: Comparison): string[] {
  return comparison.subjects.map((subject) => subjectName(subject, comparison, format));
}

describe('The words of a comparison', () => {
  it('name campaigns, and no days where each stands there once', () => {
    assert.deepEqual(namesIn(compare(replying('a', 20), replying('b', 20))), ['Campaign a', 'Campaign b']);
  });

  it('name the days of a campaign that stands there more than once', () => {
    const [first, second, other] = namesIn(
      compare(replying('a', 20, january), replying('a', 20, february), replying('b', 20, january)),
    );
    assert.match(first ?? '', /Campaign a.*Jan 1, 2025.*Jan 31, 2025/);
    assert.match(second ?? '', /Campaign a.*Feb 1, 2025.*Feb 28, 2025/);
    assert.match(other ?? '', /Campaign b/);
  });

  it('tell all time and open periods of one campaign apart', () => {
    const names = namesIn(
      compare(replying('a', 20), replying('a', 20, { from: '2025-02-01' }), replying('a', 1, january)),
    );
    assert.equal(new Set(names).size, 3);
    for (const name of names) assert.doesNotMatch(name, NO_WORDS);
  });

  it('say that no difference is more than noise', () => {
    assert.match(comparisonSentence(compare(replying('a', 20), replying('b', 21)), format), /^No difference/);
  });

  it('say which difference is more than noise, or how many are', () => {
    const one = comparisonSentence(compare(replying('a', 20), replying('b', 200)), format);
    assert.match(one, /Campaign b.*higher.*Campaign a.*more than noise/);
    const other = comparisonSentence(compare(replying('a', 200), replying('b', 20)), format);
    assert.match(other, /Campaign a.*higher.*Campaign b.*more than noise/);
    const three = comparisonSentence(compare(replying('a', 20), replying('b', 200), replying('c', 600)), format);
    assert.match(three, /\b3\b.*more than noise/);
  });

  it('say how an interval can leave out 0 where the difference still may be noise, and only there', () => {
    const sentences = (comparison: Comparison): (string | undefined)[] =>
      comparison.rates.map((rate) => aloneSentence(rate, comparison, format));
    const close = compare(replying('a', 20), replying('b', 35), replying('c', 22));
    const [pair] = close.rates[0]?.pairs ?? [];
    assert.ok(pair?.interval && pair.interval.low > 0 && !pair.moreThanNoise, 'alone it would be more than noise');
    const [first, ...others] = sentences(close);
    const tested = close.rates.reduce((sum, { pairs }) => sum + pairs.length, 0);
    assert.match(first ?? '', new RegExp(`one difference taken alone\\. ${tested} are tested`));
    assert.deepEqual(new Set(others), new Set([undefined]));
    for (const replied of [21, 200]) {
      const clear = compare(replying('a', 20), replying('b', replied));
      assert.deepEqual(new Set(sentences(clear)), new Set([undefined]), `${replied} of 1,000`);
    }
  });

  it('say so when the differences are in another rate than replies', () => {
    const opening = (id: string, opened: number) => aSubject(id, { sent: 1000, bounced: 10, replied: 20, opened });
    const sentence = comparisonSentence(compare(opening('a', 100), opening('b', 600)), format);
    assert.match(sentence, /more than noise/);
    assert.doesNotMatch(sentence, /^No difference is/);
  });

  it('say that overlapping periods are not tested', () => {
    const sentence = comparisonSentence(compare(replying('a', 20), replying('a', 200, january)), format);
    assert.match(sentence, /overlap/i);
    assert.match(sentence, /not tested/);
  });

  it('do not pass judgement on differences when no rate could be compared', () => {
    const sentence = comparisonSentence(compare(aSubject('a', {}), aSubject('b', {})), format);
    assert.doesNotMatch(sentence, /^No difference is more than noise/);
  });

  it('tell noise from more', () => {
    assert.match(noiseWord({ moreThanNoise: true }), /more than noise/);
    assert.doesNotMatch(noiseWord({ moreThanNoise: false }), /more than noise/);
  });

  it('say what small campaigns were drawn towards, and how much', () => {
    const workspace = priorSentence({ rate: 0.05, weight: 200, from: 'workspace' }, format);
    for (const pattern of [/workspace/, /5\.0%/, /200/, /reply rate/]) assert.match(workspace, pattern);
    const compared = priorSentence({ rate: 0.04, weight: 200, from: 'compared' }, format);
    for (const pattern of [/compared/, /4\.0%/, /200/]) assert.match(compared, pattern);
    assert.doesNotMatch(compared, /workspace/);
  });

  it('hold no undefined, NaN or gap, whatever is compared', () => {
    const subjects = fc.array(
      fc.tuple(
        agreeingCounts,
        fc.boolean(),
        fc.constantFrom('a', 'b'),
        fc.constantFrom({}, january, february, { to: '2025-01-15' }),
      ),
      { minLength: 2, maxLength: 6 },
    );
    fc.assert(
      fc.property(subjects, fc.constantFrom(null, rate(50, 1000, 'delivered')), (all, workspace) => {
        const comparison = comparisonOf(
          all.map(([counts, known, id, period]) => aSubject(id, known ? counts : {}, period)),
          'delivered',
          workspace,
        );
        const texts = [comparisonSentence(comparison, format), ...namesIn(comparison)];
        if (comparison.prior) texts.push(priorSentence(comparison.prior, format));
        for (const text of texts) {
          assert.ok(text.length > 0, 'no words');
          assert.doesNotMatch(text, NO_WORDS);
        }
      }),
    );
  });
});
