import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person } from './person.mjs';

/** What is left of the day: renewed without a sign, kept out of reach of scripts, and over when one says so. */
export function sessions(beep) {
  describe('being signed in', { concurrency: 1 }, () => {
    let browser;
    let selma;
    let page;
    let place;

    before(async () => {
      await beep.running();
      browser = await launch();
      selma = await Person.arrive(beep.url, 'Selma', { browser });
      await selma.signUp();
      ({ page } = selma);
      const server = await selma.api('POST', '/servers', { name: 'Harbour', visibility: 'private' });
      const channel = server.channels.find((one) => one.type === 'text');
      place = `/s/${server.id}/c/${channel.id}`;
    });

    after(() => browser?.close());

    it('lasts over the end of a token, and no page is loaded for it', async () => {
      const aboutToEnd = async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...(await answer.json()), expires_in: 1 } });
      };
      await page.route('**/oauth2/token', aboutToEnd);
      await page.goto(beep.url + place);
      await selma.composer().waitFor();
      await page.evaluate(() => Object.assign(window, { stayed: true }));
      const renewal = page.waitForResponse(/\/oauth2\/token$/);
      await selma.say('still here');
      assert.equal((await renewal).status(), 200);
      await selma.message('still here').waitFor();
      assert.equal(await page.evaluate(() => window.stayed), true);
      await page.unroute('**/oauth2/token', aboutToEnd);
    });

    it('leaves nothing that a script could carry away', async () => {
      const kept = await page.evaluate(async () => ({
        stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]),
        cookies: document.cookie,
        databases: await indexedDB.databases(),
      }));
      assert.doesNotMatch(kept.stored, /eyJ|token|secret/i);
      assert.deepEqual([kept.cookies, kept.databases], ['', []]);
      const cookies = await page.context().cookies();
      assert.ok(cookies.length > 0);
      assert.deepEqual(cookies.filter(({ httpOnly, sameSite }) => !httpOnly || sameSite === 'None'), []);
    });

    it('is over in this browser when one signs out, and a reload does not bring it back', async () => {
      await page.goto(`${beep.url}/you`);
      await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Sign in' }).waitFor();
      await page.goto(beep.url + place);
      await page.getByRole('heading', { name: 'Good to see you again' }).waitFor();
      assert.equal(await page.getByText('still here').count(), 0);
    });

    it('speaks French to who does, on a small laptop too', async () => {
      const there = await Person.arrive(beep.url, 'Selma', { browser, locale: 'fr-FR', viewport: { width: 1024, height: 768 } });
      await there.page.goto(`${beep.url}/sign-in?next=${encodeURIComponent(place)}`);
      await there.page.getByRole('heading', { name: 'Content de vous revoir' }).waitFor();
      assert.deepEqual(await faultsOf(there.page), []);
      await there.page.getByLabel('Adresse e-mail').fill(selma.email);
      await there.page.getByLabel('Mot de passe', { exact: true }).fill(selma.password);
      await there.page.getByRole('button', { name: 'Se connecter' }).click();
      await there.page.getByText('still here').waitFor();
      assert.equal(await there.page.evaluate(() => document.documentElement.lang), 'fr');
      assert.deepEqual(await faultsOf(there.page), []);
      const wider = await there.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wider, false);
      await there.leave();
    });
  });
}
