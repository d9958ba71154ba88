import assert from 'node:assert/strict';
import { viewOf } from './support/reports';
import { useReports } from './support/useReports';

describe('The language of the page', () => {
  const open = useReports();
  const strings = {
    Opened: 'Geöffnet',
    Refresh: 'Aktualisieren',
    Funnel: 'Trichter',
    '{0} of {1} delivered': '{0} von {1} zugestellt',
    '{0} of {1} sent': '{0} von {1} gesendet',
    '95% interval {0}': '95-%-Intervall {0}',
    'Email {0}': 'E-Mail {0}',
    'Started {0}': 'Gestartet am {0}',
  };

  it('is that of VS Code, numbers and dates too', async () => {
    const { page, show } = await open();
    await show(viewOf({ locale: 'de', strings }));
    assert.equal(await page.locator('html').getAttribute('lang'), 'de');
    const opened = (await page.locator('.tile-opened').innerText()).replace(/\s+/g, ' ');
    assert.equal(
      opened,
      'Geöffnet 72 49,7 % 72 von 145 zugestellt 95-%-Intervall 41,6 %–57,7 % 48,0 % (72 von 150 gesendet)',
    );
    assert.equal(await page.locator('.funnel h2').innerText(), 'Trichter');
    assert.equal(await page.locator('#steps-opened .label').first().textContent(), 'E-Mail 1');
    assert.equal(await page.locator('.facts li').first().innerText(), 'Gestartet am 15.06.2025');
    assert.equal(await page.getByRole('button', { name: 'Aktualisieren' }).count(), 1);
  });

  it('is English where a string or the whole bundle is missing', async () => {
    const { page, show } = await open();
    await show(viewOf({ locale: 'de', strings }));
    assert.equal(await page.locator('.lead-status h2').innerText(), 'Lead status');
    await show(viewOf());
    assert.equal(await page.locator('.funnel h2').innerText(), 'Funnel');
  });

  it('may be one that nobody knows', async () => {
    const { page, show, violations } = await open();
    await show(viewOf({ locale: 'not a locale!' }));
    assert.match(await page.locator('.tile-opened').innerText(), /49\.7%/);
    assert.deepEqual(await violations(), []);
  });
});
