import assert from 'node:assert/strict';
import { reportContentPolicy, reportFrameHtml } from '../../../src/views/reportFrame';

const frame = {
  nonce: 'abc',
  scriptUri: 'https://host/report.js',
  styleUri: 'https://host/report-frame.css',
  cspSource: 'https://host',
  lang: 'en',
};

describe('The frame of the report page', () => {
  it('allows its own script and stylesheets, and nothing else', () => {
    assert.equal(
      reportContentPolicy(frame),
      "default-src 'none'; script-src 'nonce-abc'; style-src https://host; font-src https://host; " +
        "img-src https://host data:; base-uri 'none'; form-action 'none'",
    );
    assert.ok(reportFrameHtml(frame).includes('script-src &#39;nonce-abc&#39;'));
  });

  it('has no inline style or script, which the policy would stop', () => {
    const html = reportFrameHtml(frame);
    assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=/);
    assert.deepEqual(html.match(/<script[^>]*>[^<]*/g), ['<script nonce="abc" src="https://host/report.js">']);
  });

  it('escapes what it is given', () => {
    const html = reportFrameHtml({ ...frame, styleUri: `"><script>'&`, lang: '"><x' });
    assert.ok(html.includes('href="&quot;&gt;&lt;script&gt;&#39;&amp;"'));
    assert.ok(html.includes('<html lang="&quot;&gt;&lt;x">'));
  });
});
