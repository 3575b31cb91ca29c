import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person, phone } from './person.mjs';

/** Somebody is asked by their name, and answers inside of Beep. */
export function received(beep) {
  describe('an invitation by name', { concurrency: 1 }, () => {
    let browser;
    let xenia;
    let yves;
    let page;

    before(async () => {
      await beep.running();
      browser = await launch();
      xenia = await Person.arrive(beep.url, 'Xenia', { browser });
      await xenia.signUp();
      ({ page } = xenia);
      yves = await Person.arrive(beep.url, 'Yves', { browser });
      await yves.signUp();
      await xenia.api('POST', '/servers', { name: 'The Salon', visibility: 'private' });
      const cellar = await xenia.api('POST', '/servers', { name: 'The Cellar', visibility: 'private' });
      await xenia.api('POST', `/servers/${cellar.id}/member-invitations`, { username: 'yves' });
    });

    after(() => browser?.close());

    it('is sent from the dialog, in which it then waits; who is not there is said', async () => {
      await page.getByRole('navigation', { name: 'Servers' }).getByRole('link', { name: 'The Salon' }).click();
      await page.getByRole('button', { name: 'The Salon: menu' }).click();
      await page.getByRole('menuitem', { name: 'Invite people' }).click();
      const dialog = page.getByRole('dialog', { name: 'Invite people to The Salon' });
      const name = dialog.getByLabel('Invite by username');
      await name.fill('nobody.of.this.name');
      await name.press('Enter');
      await dialog.getByText('Nobody has this username.').waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await name.fill('@yves');
      await name.press('Enter');
      await page.getByText('yves has been invited').waitFor();
      await dialog.getByRole('list', { name: 'Waiting for an answer' }).getByText('@yves').waitFor();
      assert.deepEqual(await faultsOf(page), []);
    });

    it('comes in at once, and is declined or accepted where all of them stand', async () => {
      const { page: his } = yves;
      await his.getByRole('link', { name: /^Invitations/ }).first().click();
      await his.getByRole('heading', { name: 'The Salon' }).waitFor();
      await his.getByRole('heading', { name: 'The Cellar' }).waitFor();
      assert.deepEqual(await faultsOf(his), []);

      await his.getByRole('button', { name: 'Decline The Cellar' }).click();
      await his.getByRole('heading', { name: 'The Cellar' }).waitFor({ state: 'detached' });
      await his.getByRole('button', { name: 'Accept The Salon' }).click();
      await his.waitForURL(/\/s\//);
      await yves.composer().waitFor();
      await page.getByRole('list', { name: 'Waiting for an answer' }).waitFor({ state: 'detached' });
      assert.deepEqual(yves.faults, []);
    });

    it('is read on a phone, also when there is none', async () => {
      const pocket = await yves.alsoOn({ browser, ...phone });
      await pocket.page.goto(`${beep.url}/invitations`);
      await pocket.page.getByRole('heading', { name: 'Nobody is waiting for an answer' }).waitFor();
      assert.deepEqual(await faultsOf(pocket.page), []);
      const barn = await xenia.api('POST', '/servers', { name: 'The Barn of Xenia', visibility: 'private' });
      await xenia.api('POST', `/servers/${barn.id}/member-invitations`, { username: 'yves' });
      await pocket.page.getByRole('heading', { name: 'The Barn of Xenia' }).waitFor();
      assert.deepEqual(await faultsOf(pocket.page), []);
    });
  });
}
