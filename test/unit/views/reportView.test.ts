import assert from 'node:assert/strict';
import { problemOf } from '../../../src/campaigns/problem';
import { SAMPLE_ID } from '../../../src/campaigns/sample';
import { decodeToPage } from '../../../src/report/toPage';
import { absentReportView, reportView } from '../../../src/views/reportView';
import { aState } from '../builders';

const EN = { locale: 'en', strings: null };

const problem = {
  kind: 'unauthorized',
  title: 'Key refused',
  message: 'The key was refused. Set a new one.',
  remedy: 'setApiKey',
} as const;

describe('What the report page is given', () => {
  it('of a loaded campaign is its report, when it came, and the reader’s language', () => {
    const state = aState({ fetchedAt: 1_750_000_000_000 });
    assert.deepEqual(reportView(state, { locale: 'de', strings: { Sent: 'Gesendet' } }), {
      locale: 'de',
      strings: { Sent: 'Gesendet' },
      id: 'c1',
      name: 'Spring',
      sample: false,
      workspace: null,
      period: { kind: 'all' },
      loading: false,
      report: state.report,
      fetchedAt: 1_750_000_000_000,
      problem: null,
      moments: [],
      moment: null,
      changed: null,
    });
  });

  it('of a campaign with a past is what can be gone back to, and what changed', () => {
    const memories = { moments: [20, 10], moment: 10, changed: { since: 10, sentences: ['Sent: 1 more, 2 now'] } };
    const { moments, moment, changed } = reportView(aState({}), EN, memories);
    assert.deepEqual({ moments, moment, changed }, memories);
  });

  it('of a first load says that it is loading', () => {
    const view = reportView(aState({ report: null, fetchedAt: null, loading: true }), EN);
    assert.deepEqual([view.loading, view.report, view.problem], [true, null, null]);
  });

  it('of an older answer is both the figures and the reason, and no more of the problem than a person needs', () => {
    const state = aState({ problem });
    const view = reportView(state, EN);
    assert.equal(view.report, state.report);
    assert.deepEqual(view.problem, { message: problem.message, remedy: 'setApiKey' });
  });

  it('of the sample is marked as a sample', () => {
    assert.equal(reportView(aState({ id: SAMPLE_ID, sample: true }), EN).sample, true);
  });

  it('of a campaign that is not loaded any more is an offer to load it', () => {
    const view = absentReportView('gone', null, EN);
    assert.equal(view.id, 'gone');
    assert.deepEqual([view.report, view.fetchedAt, view.loading, view.sample], [null, null, false, false]);
    assert.equal(view.problem?.remedy, 'refresh');
    assert.ok(view.problem.message.length > 0);
    assert.ok(view.name.length > 0);
  });

  it('of an address that cannot be used says what is wrong with it', () => {
    const bad = problemOf({ kind: 'badBaseUrl', reason: 'The host must not end with a dot.' });
    const view = absentReportView('c1', bad, EN);
    assert.equal(view.problem?.remedy, 'openBaseUrlSetting');
    assert.match(view.problem.message, /must not end with a dot/);
    assert.deepEqual(decodeToPage(JSON.parse(JSON.stringify({ type: 'show', view }))), { type: 'show', view });
  });

  it('always is a message that the page understands', () => {
    for (const state of [
      aState(),
      aState({ problem }),
      aState({ report: null, fetchedAt: null, loading: true }),
      aState({ report: null, fetchedAt: null, problem }),
    ]) {
      const view = reportView(state, EN);
      assert.deepEqual(decodeToPage(JSON.parse(JSON.stringify({ type: 'show', view }))), { type: 'show', view });
    }
  });
});
