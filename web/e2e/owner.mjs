import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person } from './person.mjs';

/** A server is handed over by its owner, who then may do there what everyone may. */
export function owner(beep) {
  describe('an owner', { concurrency: 1 }, () => {
    let browser;
    let olga;
    let pius;
    let serverId;

    before(async () => {
      await beep.running();
      browser = await launch();
      olga = await Person.arrive(beep.url, 'Olga', { browser });
      pius = await Person.arrive(beep.url, 'Pius', { browser });
      await olga.signUp();
      await pius.signUp();
      ({ id: serverId } = await olga.api('POST', '/servers', { name: 'Estate', visibility: 'public' }));
      await pius.join('Estate');
      // Only who may do everything sees it.
      const { id: vaultId } = await olga.api('POST', `/servers/${serverId}/channels`, { name: 'vault', type: 'text' });
      await olga.api('PUT', `/channels/${vaultId}/overwrites/${serverId}`, { allow: [], deny: ['VIEW_CHANNEL'] });
    });

    after(() => browser?.close());

    it('is led from the end of a server to its handing over', async () => {
      const { page } = olga;
      await page.goto(`${beep.url}/s/${serverId}`);
      await page.getByRole('button', { name: 'Estate: menu' }).click();
      await page.getByRole('menuitem', { name: 'Delete server' }).click();
      await page.getByRole('dialog').getByRole('link', { name: 'Hand the server over' }).click();
      await page.waitForURL(new RegExp(`/s/${serverId}/settings/overview$`));
      await page.getByRole('button', { name: 'Choose a member' }).waitFor();
      assert.deepEqual(await faultsOf(page), []);
    });

    it('hands it over to someone whom they pick, by typing its name', async () => {
      const { page } = olga;
      await page.getByRole('button', { name: 'Choose a member' }).click();
      await page.getByRole('option', { name: /Pius Example/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Hand Estate over to Pius Example?' });
      const handOver = dialog.getByRole('button', { name: 'Hand over' });
      assert.equal(await handOver.isDisabled(), true);
      assert.deepEqual(await faultsOf(page), []);
      await dialog.getByLabel('Type the name to confirm').fill('Estate');
      await handOver.click();
      await dialog.waitFor({ state: 'detached' });
      // Whoever owns nothing here and has no role has no settings here either.
      await page.getByRole('region', { name: 'For the owner alone' }).waitFor({ state: 'detached' });
    });

    it('gives away what it opens with it, at once and without loading anything again', async () => {
      const vaultOf = ({ page }) => page.getByRole('link', { name: /vault/ });
      await vaultOf(pius).waitFor();
      await pius.page.getByRole('button', { name: 'Estate: menu' }).click();
      await pius.page.getByRole('menuitem', { name: 'Server settings' }).click();
      await pius.page.getByRole('region', { name: 'For the owner alone' }).waitFor();
      await olga.page.getByRole('link', { name: /general/ }).waitFor();
      await vaultOf(olga).waitFor({ state: 'detached' });
      await olga.page.getByRole('button', { name: 'Estate: menu' }).click();
      await olga.page.getByRole('menuitem', { name: 'Leave server' }).waitFor();
      assert.equal(await olga.page.getByRole('menuitem', { name: 'Server settings' }).count(), 0);
      assert.deepEqual([...olga.faults, ...pius.faults], []);
    });
  });
}
