import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person, phone } from './person.mjs';

/** A server that its owner deletes, misses, and has back; and what its other member sees of that. */
export function deletions(beep) {
  describe('a deleted server', { concurrency: 1 }, () => {
    let browser;
    let vera;
    let walt;
    let serverId;

    before(async () => {
      await beep.running();
      browser = await launch();
      vera = await Person.arrive(beep.url, 'Vera', { browser });
      await vera.signUp();
      walt = await Person.arrive(beep.url, 'Walt', { browser });
      await walt.signUp();
      const founded = await vera.api('POST', '/servers', { name: 'The Barn', visibility: 'public' });
      serverId = founded.id;
      await walt.api('PUT', `/servers/${serverId}/members/me`);
    });

    after(() => browser?.close());

    const barnOf = (person) => person.page.getByRole('navigation', { name: 'Servers' }).getByRole('link', { name: 'The Barn' });

    const remove = async () => {
      await vera.page.goto(`${beep.url}/s/${serverId}`);
      await vera.page.getByRole('button', { name: 'The Barn: menu' }).click();
      await vera.page.getByRole('menuitem', { name: 'Delete server' }).click();
      const dialog = vera.page.getByRole('dialog', { name: 'Delete The Barn?' });
      await dialog.getByText('You can restore it for seven days.').waitFor();
      assert.deepEqual(await faultsOf(vera.page), []);
      const button = dialog.getByRole('button', { name: 'Delete server' });
      assert.equal(await button.isDisabled(), true);
      await dialog.getByLabel('Type the name to confirm').fill('The Barn');
      await vera.page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'detached' });
    };

    it('is gone for everybody at once, and back by the toast', async () => {
      await walt.page.goto(`${beep.url}/`);
      await barnOf(walt).waitFor();
      await remove();
      await barnOf(walt).waitFor({ state: 'detached' });

      await vera.page.getByRole('status').getByRole('button', { name: 'Restore' }).click();

      await barnOf(vera).waitFor();
      await barnOf(walt).waitFor();
    });

    it('stands among the deleted servers with the time that is left, and is restored there', async () => {
      await remove();
      await vera.page.goto(`${beep.url}/`);
      await vera.page.getByRole('link', { name: /^Deleted servers/ }).first().click();
      await vera.page.getByRole('heading', { name: 'Deleted servers' }).waitFor();
      await vera.page.getByText('Gone for ever in 7 days').waitFor();
      assert.deepEqual(await faultsOf(vera.page), []);

      await vera.page.getByRole('button', { name: 'Restore The Barn' }).press('Enter');

      await vera.page.waitForURL(new RegExp(`/s/${serverId}`));
      await barnOf(walt).waitFor();
    });

    it('is found on a phone too', async () => {
      await vera.api('DELETE', `/servers/${serverId}`);
      const pocket = await vera.alsoOn({ browser, ...phone });
      await pocket.page.goto(`${beep.url}/`);
      await pocket.page.getByRole('link', { name: /^Deleted servers/ }).click();
      await pocket.page.getByText('Gone for ever in 7 days').waitFor();
      assert.deepEqual(await faultsOf(pocket.page), []);
      await pocket.leave();
      await vera.leave();
      await walt.leave();
    });
  });
}
