import assert from 'node:assert/strict';
import { formatFor } from '../../../src/analytics/format';
import { problemOf } from '../../../src/campaigns/problem';
import type { CampaignState } from '../../../src/campaigns/store';
import { statusBarLook, type StatusBarLook } from '../../../src/views/statusBarModel';
import { anAnswer, aState } from '../builders';

const NOW = new Date(2025, 5, 15, 14, 30).getTime();
const FETCHED = new Date(2025, 5, 15, 14, 5).getTime();
const problem = problemOf({ kind: 'offline', code: 'ECONNREFUSED' });

/** `Intl` puts a narrow space before AM and PM. */
const plain = (text: string): string => text.replaceAll('\u202f', ' ');

function lookOf(changes: Partial<CampaignState> = {}): StatusBarLook {
  const state = aState({ fetchedAt: FETCHED, ...changes });
  const look = statusBarLook(state, { format: formatFor('en'), now: NOW });
  return { text: plain(look.text), tooltip: look.tooltip.map(plain), spoken: plain(look.spoken) };
}

describe('The pinned campaign in the status bar', () => {
  it('is its reply rate and when it was last in step with SendKit', () => {
    assert.equal(lookOf().text, '$(mail) 5.3% replied · 2:05 PM');
  });

  it('names the day as well when that was long ago', () => {
    const fetchedAt = new Date(2025, 5, 13, 9, 0).getTime();
    assert.equal(lookOf({ fetchedAt }).text, '$(mail) 5.3% replied · Jun 13, 2025, 9:00 AM');
  });

  it('warns in words when the figures are old', () => {
    assert.equal(lookOf({ problem }).text, '$(warning) 5.3% replied · No connection · as of 2:05 PM');
    assert.ok(lookOf({ problem }).tooltip.includes(problem.message));
  });

  it('says why there are no figures', () => {
    assert.equal(lookOf({ report: null, fetchedAt: null, problem }).text, '$(warning) No connection');
  });

  it('keeps its figures while they are refreshed', () => {
    assert.equal(lookOf({ loading: true }).text, '$(sync~spin) 5.3% replied · 2:05 PM');
    assert.equal(lookOf({ loading: true, report: null, fetchedAt: null }).text, '$(sync~spin) loading…');
  });

  it('names the period where the figures are not of all time', () => {
    assert.equal(lookOf({ period: { kind: 'last', days: 30 } }).text, '$(mail) 5.3% replied · Last 30 days · 2:05 PM');
  });

  it('has no rate where nothing was sent', () => {
    const report = anAnswer().stats({ sent: 0, delivered: 0, replied: 0, bounced: 0 }).report();
    assert.equal(lookOf({ report }).text, '$(mail) — replied · 2:05 PM');
  });

  it('tells the rest in its tooltip: name, fractions, age, and what a click does', () => {
    const { tooltip } = lookOf();
    assert.equal(tooltip[0], 'Spring');
    assert.ok(tooltip.includes('Replied: 5.3% (10 of 190 delivered)'));
    assert.ok(tooltip.some((line) => line.startsWith('Fetched Jun 15, 2025')));
    assert.equal(tooltip.at(-1), 'Click to open the report');
  });

  it('is spoken in whole, without icons', () => {
    assert.equal(lookOf({ problem }).spoken, 'SendKit: Spring, 5.3% replied, No connection, as of 2:05 PM');
  });

  it('shows nothing in its text that SendKit wrote', () => {
    const name = '$(trash) <b>x</b>';
    assert.ok(!lookOf({ name }).text.includes('trash'));
    assert.equal(lookOf({ name }).tooltip[0], name);
  });
});
