import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person } from './person.mjs';

/** Channels are moved by pointer, keys and menu while others look on; some are slow; servers are found as one types. */
export function arrangements(beep) {
  describe('arranging', { concurrency: 1 }, () => {
    let browser;
    let vera;
    let walt;
    let place;
    const ids = {};

    const list = (person) => person.page.getByRole('navigation', { name: 'Channels' });
    const item = (person, name) => list(person).getByRole('link', { name });
    const order = (person) => list(person).getByRole('link').allInnerTexts();
    const shows = async (person, names) => {
      for (let tries = 0; tries < 50; tries++) {
        if (JSON.stringify((await order(person)).map((text) => text.trim())) === JSON.stringify(names)) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      assert.deepEqual(await order(person), names);
    };

    /** Saves the settings that are open, and goes back to the channel. */
    const saved = async ({ page }) => {
      const save = page.getByRole('button', { name: 'Save changes' });
      await save.click();
      await save.waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
      await page.getByRole('navigation', { name: 'Channels' }).waitFor();
    };

    before(async () => {
      await beep.running();
      browser = await launch();
      vera = await Person.arrive(beep.url, 'Vera', { browser, viewport: { width: 1440, height: 900 } });
      await vera.signUp();
      place = await vera.createServer('Carpenters');
      for (const name of ['alpha', 'beta', 'gamma']) {
        ids[name] = (await vera.api('POST', `/servers/${place.serverId}/channels`, { name, type: 'text' })).id;
      }
      ids.rooms = (await vera.api('POST', `/servers/${place.serverId}/channels`, { name: 'Rooms', type: 'folder' })).id;
      await vera.api('PATCH', `/servers/${place.serverId}`, { tags: ['woodwork', 'beginners'], description: 'Joints and more' });
      walt = await Person.arrive(beep.url, 'Walt', { browser, viewport: { width: 1440, height: 900 } });
      await walt.signUp();
      await walt.join('Carpenters');
    });

    after(() => browser?.close());

    it('drops a channel behind another, for everyone', async () => {
      await shows(walt, ['general', 'alpha', 'beta', 'gamma']);
      const target = await item(vera, 'general').boundingBox();
      await item(vera, 'gamma').dragTo(item(vera, 'general'), {
        targetPosition: { x: target.width / 2, y: target.height - 3 },
      });
      await shows(vera, ['general', 'gamma', 'alpha', 'beta']);
      await shows(walt, ['general', 'gamma', 'alpha', 'beta']);
    });

    it('drops a channel into a folder', async () => {
      await item(vera, 'beta').dragTo(list(vera).getByRole('button', { name: 'Rooms', exact: true }));
      await shows(walt, ['general', 'gamma', 'alpha', 'beta']);
      await walt.page.getByRole('navigation', { name: 'Channels' }).getByText('Rooms').waitFor();
      const { items } = await vera.api('GET', `/servers/${place.serverId}/channels`);
      assert.equal(items.find(({ id }) => id === ids.beta).parentId, ids.rooms);
    });

    it('moves a channel by keys, and says where it is', async () => {
      await item(vera, 'alpha').focus();
      await vera.page.keyboard.press('Control+Shift+ArrowUp');
      await shows(walt, ['general', 'alpha', 'gamma', 'beta']);
      await list(vera).getByText('alpha is number 2 of 4 now').waitFor({ state: 'attached' });
      assert.deepEqual(await faultsOf(vera.page), []);
    });

    it('moves a channel by its menu', async () => {
      await item(vera, 'alpha').click({ button: 'right' });
      await vera.page.getByRole('menuitem', { name: 'Move down' }).click();
      await shows(walt, ['general', 'gamma', 'alpha', 'beta']);
    });

    it('makes a channel slow, and counts down for who must wait', async () => {
      await item(vera, 'general').click({ button: 'right' });
      await vera.page.getByRole('menuitem', { name: 'Channel settings' }).click();
      await vera.page.getByLabel('Slow mode').selectOption('60');
      assert.deepEqual(await faultsOf(vera.page), []);
      await saved(vera);
      await item(walt, 'general').click();
      await walt.composer().fill('one plank');
      await walt.page.keyboard.press('Enter');
      await walt.page.getByText(/Slow mode: you can write again in/).waitFor();
      await walt.composer().fill('two planks');
      assert.ok(await walt.page.getByRole('button', { name: 'Send' }).isDisabled());
    });

    it('makes a channel private for a while', async () => {
      await item(vera, 'gamma').click({ button: 'right' });
      await vera.page.getByRole('menuitem', { name: 'Channel settings' }).click();
      await vera.page.getByRole('switch', { name: /Private/ }).click();
      await saved(vera);
      const { items } = await walt.api('GET', `/servers/${place.serverId}/channels`);
      assert.ok(!items.some(({ id }) => id === ids.gamma));
    });

    it('finds a server as one types, with errors, and by its tags', async () => {
      const { page } = walt;
      await page.goto(`${beep.url}/discover`);
      const box = page.getByRole('searchbox', { name: 'Search by name or topic' });
      const card = page.getByRole('heading', { name: 'Carpenters' });
      for (const words of ['carp', 'carpetners', 'woodwork', 'joints']) {
        await box.fill(words);
        await page.waitForURL((url) => url.searchParams.get('q') === words);
        await card.waitFor();
      }
      await page.getByRole('button', { name: 'woodwork' }).first().click();
      await page.waitForURL((url) => url.searchParams.get('q') === 'woodwork');
      await box.fill('nothing of the kind at all');
      await page.getByText(/No public server matches/).waitFor();
      assert.deepEqual(await faultsOf(page), []);
    });
  });
}
