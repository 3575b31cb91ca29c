import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person, phone } from './person.mjs';

/** 60 × 40 pixels, the left half coral, the right one blue. */
const picture = {
  name: 'halves.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAADwAAAAoCAMAAACVZWnNAAAABlBMVEXgZ0w9f9E8Mx8tAAAAI0lEQVR42u3LoQEAAAwCIPf/0/vAYIZOUl0VWZZlWZZlec0PG0IEsYA2CmoAAAAASUVORK5CYII=',
    'base64',
  ),
};

/** A server as somebody founds it: from a template, with a picture, under words by which it is found; and how it goes. */
export function foundings(beep) {
  describe('a server of one’s own', { concurrency: 1 }, () => {
    let browser;
    let lotte;
    let page;
    let serverId;

    before(async () => {
      await beep.running();
      browser = await launch();
      lotte = await Person.arrive(beep.url, 'Lotte', { browser, viewport: { width: 1440, height: 900 } });
      await lotte.signUp();
      ({ page } = lotte);
    });

    after(() => browser?.close());

    const looksRight = async (of = page) => assert.deepEqual(await faultsOf(of), []);
    const crop = async (of, group, title) => {
      await of.getByRole('group', { name: group }).locator('input[type=file]').setInputFiles(picture);
      const dialog = page.getByRole('dialog', { name: title });
      const stage = dialog.getByRole('group', { name: 'Section of the picture' });
      await stage.locator('img').waitFor();
      await stage.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('+');
      await dialog.getByRole('slider', { name: 'Zoom' }).and(dialog.locator('[aria-valuetext="110 %"]')).waitFor();
      await looksRight();
      await dialog.getByRole('button', { name: 'Use this section' }).click();
      await dialog.waitFor({ state: 'detached' });
    };

    it('begins from a template, with a picture that is cropped on the way', async () => {
      await page.getByRole('main').getByRole('button', { name: 'Create a server' }).click();
      const dialog = page.getByRole('dialog', { name: 'Create a server' });
      await dialog.getByLabel('Name').fill('Chess for two');
      await dialog.getByText('Public', { exact: true }).click();
      await dialog.getByRole('radio', { name: 'Study group' }).check({ force: true });
      await dialog.getByRole('list', { name: 'Channels' }).getByText('homework').waitFor();
      await dialog.getByRole('list', { name: 'Roles' }).getByText('Teachers').waitFor();
      await looksRight();
      await crop(dialog, 'Picture', 'Picture');
      await dialog.getByRole('group', { name: 'Picture' }).getByRole('button', { name: 'Change' }).waitFor();
      await looksRight();
      await dialog.getByRole('button', { name: 'Create a server' }).click();

      await lotte.composer().waitFor();
      [, serverId] = /\/s\/([^/]+)\//.exec(page.url());
      await page.getByRole('link', { name: 'homework' }).waitFor();
      await page.getByRole('navigation', { name: 'Servers' }).locator('img[src*="/api/pictures/"]').waitFor();
      assert.deepEqual(lotte.faults, []);
    });

    it('is dressed in a description of its full length and a banner', async () => {
      await page.getByRole('button', { name: 'Chess for two: menu' }).click();
      await page.getByRole('menuitem', { name: 'Server settings' }).click();
      const about = page.getByLabel('What is it about?');
      await about.fill('x'.repeat(600));
      assert.equal((await about.inputValue()).length, 500);
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByRole('button', { name: 'Save changes' }).waitFor({ state: 'detached' });
      await crop(page, 'Banner', 'Banner');
      await page.getByRole('group', { name: 'Banner' }).getByRole('button', { name: 'Change' }).waitFor();
      await looksRight();
      await page.keyboard.press('Escape');
    });

    it('is found under words', async () => {
      await page.getByRole('button', { name: 'Chess for two: menu' }).click();
      await page.getByRole('menuitem', { name: 'Tags' }).click();
      const dialog = page.getByRole('dialog', { name: 'Tags' });
      const tags = dialog.getByLabel('Tags, parted by commas');
      await tags.fill('a, b, c, d, e, f');
      await dialog.getByText('Use at most 5 tags, each of 1 to 20 characters.').waitFor();
      assert.equal(await dialog.getByRole('button', { name: 'Save' }).isDisabled(), true);
      await looksRight();
      await tags.fill('chess, gambits');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await dialog.waitFor({ state: 'detached' });
      const { tags: saved } = await lotte.api('GET', `/servers/${serverId}`);
      assert.deepEqual(saved, ['chess', 'gambits']);
    });

    it('founded on a phone has the same to choose from', async () => {
      const pocket = await lotte.alsoOn({ browser, ...phone });
      await pocket.page.getByRole('main').getByRole('button', { name: 'Create a server' }).click();
      const dialog = pocket.page.getByRole('dialog', { name: 'Create a server' });
      await dialog.getByRole('radio', { name: 'Gaming' }).check({ force: true });
      await looksRight(pocket.page);
      await pocket.leave();
    });

    it('is seen going, step by step, when its time is over', async () => {
      await lotte.api('DELETE', `/servers/${serverId}`);
      // Seven days are long: the answer is that of Beep, as it is while the server is being removed.
      await page.route('**/api/servers/deleted', async (route) => {
        const answer = await route.fetch();
        const { items, ...rest } = await answer.json();
        const going = items.map((one) => ({
          ...one,
          finalAt: new Date(Date.now() - 1_000).toISOString(),
          progress: { step: 'messages', done: 30, total: 60 },
        }));
        await route.fulfill({ response: answer, json: { ...rest, items: going } });
      });
      await page.goto(`${beep.url}/`);
      await page.getByRole('link', { name: /^Deleted servers/ }).first().click();
      const bar = page.getByRole('progressbar', { name: 'Removal of Chess for two' });
      await bar.waitFor();
      assert.match(await bar.getAttribute('aria-valuetext'), /^Removing messages \d+%$/);
      assert.equal(await page.getByRole('button', { name: /^Restore/ }).count(), 0);
      await looksRight();
    });
  });
}
