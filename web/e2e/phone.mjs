import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, Person, phone } from './person.mjs';
import { furnish } from './place.mjs';

/** What a finger needs. */
const TARGET_PX = 44;

/** One column at a time, the way back, and targets for a thumb. */
export function onThePhone(beep) {
  describe('on a phone', { concurrency: 1 }, () => {
    let browser;
    let rosa;
    let page;
    let place;

    before(async () => {
      await beep.running();
      browser = await launch();
      const desk = await Person.arrive(beep.url, 'Rosa', { browser });
      await desk.signUp();
      place = await furnish(desk, 'Garden');
      rosa = await desk.alsoOn({ browser, ...phone });
      ({ page } = rosa);
      await desk.leave();
    });

    after(() => browser?.close());

    const at = (path) => page.waitForURL((url) => url.pathname + url.search === path);
    const server = () => `/s/${place.serverId}`;
    const channel = () => `${server()}/c/${place.channelId}`;

    it('shows one column after the other, and the way back leads through them', async () => {
      await page.getByRole('main').getByRole('link', { name: 'Garden' }).tap();
      await at(server());
      await page.getByRole('link', { name: 'general' }).tap();
      await at(channel());
      await rosa.message('the last word').waitFor();
      assert.equal(await page.getByRole('navigation', { name: 'Channels' }).count(), 0);
      await page.goBack();
      await at(server());
      await page.getByRole('navigation', { name: 'Channels' }).waitFor();
      await page.goForward();
      await rosa.message('the last word').waitFor();
    });

    for (const [name, inside] of [
      ['Search messages', 'searchbox'],
      ['Show members', 'dialog'],
    ]) {
      it(`the way back closes “${name}”, and stays`, async () => {
        await page.getByRole('button', { name }).tap();
        await page.getByRole(inside).waitFor();
        await page.goBack();
        await page.getByRole(inside).waitFor({ state: 'detached' });
        await at(channel());
        await page.getByRole('button', { name }).tap();
        await page.getByRole(inside).waitFor();
        await page.keyboard.press('Escape');
        await page.getByRole(inside).waitFor({ state: 'detached' });
        await at(channel());
      });
    }

    it('a found message closes the search that led to it', async () => {
      await page.getByRole('button', { name: 'Search messages' }).tap();
      await page.getByRole('searchbox').fill('first answer');
      await page.locator('mark').first().tap();
      await page.getByRole('searchbox').waitFor({ state: 'detached' });
      await rosa.message('There is a first answer.').waitFor();
      await at(`${channel()}/m/${place.answerId}`);
    });

    it('a long press opens the menu of a message', async () => {
      const row = page.getByRole('article').filter({ hasText: 'There is a first answer.' });
      // Waits until it stands still.
      await row.getByText('There is a first answer.').tap();
      const { x, y } = await row.boundingBox();
      const finger = await page.context().newCDPSession(page);
      const touch = (type, touchPoints) => finger.send('Input.dispatchTouchEvent', { type, touchPoints });
      await touch('touchStart', [{ x: x + 120, y: y + 10 }]);
      await page.getByRole('menuitem', { name: 'Reply' }).waitFor();
      await touch('touchEnd', []);
      await page.getByRole('menuitem', { name: 'Reply' }).tap();
      await page.getByText('Replying to Rosa Example').waitFor();
      await page.getByRole('button', { name: 'Stop replying' }).tap();
    });

    it('nothing is wider than the screen', async () => {
      for (const path of ['/', '/discover', '/you', server(), channel(), `${channel()}?search=lamp`]) {
        await page.goto(beep.url + path);
        await page.locator('main').waitFor();
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 390, `${path} is ${width} px wide`);
      }
    });

    it('what can be pressed is large enough for a thumb', async () => {
      const small = [];
      for (const path of ['/', '/discover', '/you', server(), channel(), `${channel()}?members`]) {
        await page.goto(beep.url + path);
        await page.locator('main').waitFor();
        await page.getByRole('button').first().waitFor();
        for (const one of await page.evaluate(tooSmall, TARGET_PX)) small.push(`${path}: ${one}`);
      }
      assert.deepEqual(small, []);
    });
  });
}

/** In the page: what is in view, can be pressed, and misses a thumb that comes half a target beside its middle. */
function tooSmall(least) {
  const reach = least / 2 - 1;
  return [...document.querySelectorAll('a, button, input, [role=option], [role=menuitem], label:has(input)')]
    .filter((one) => !one.closest('.markdown, article, [aria-hidden=true], [inert]') && one.checkVisibility())
    .filter((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      const x = left + width / 2;
      const y = top + height / 2;
      // What is scrolled half behind a bar is pressed when it is scrolled out again.
      const view = one.closest('main')?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
      if (width < 2 || x < 0 || y < view.top + reach || x > innerWidth || y > Math.min(view.bottom, innerHeight) - reach) return false;
      const hits = (atX, atY) => {
        const under = document.elementFromPoint(atX, atY);
        const label = one.closest('label');
        return under !== null && (one.contains(under) || (label !== null && label.contains(under)));
      };
      if (!hits(x, y)) return false;
      return !hits(x, y - reach) || !hits(x, y + reach) || (width < least && (!hits(x - reach, y) || !hits(x + reach, y)));
    })
    .map((one) => one.getAttribute('aria-label') ?? one.textContent.trim().slice(0, 40));
}
