import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person, phone } from './person.mjs';

/** What is reported, by who complains and by who looks after it; and how a server keeps itself safe. */
export function reports(beep) {
  describe('reports and safety', { concurrency: 1 }, () => {
    let browser;
    let keeper;
    let guest;
    let server;

    before(async () => {
      await beep.running();
      browser = await launch();
      keeper = await Person.arrive(beep.url, 'Ottilie', { browser });
      await keeper.signUp();
      server = await keeper.createServer('The Complaints Desk');
      guest = await Person.arrive(beep.url, 'Gustav', { browser });
      await guest.signUp();
      await guest.join('The Complaints Desk');
    });

    after(() => browser?.close());

    const queue = (page) => page.getByRole('list', { name: 'Reports' });

    it('are sent from the menu of a message, with a quiet thank-you', async () => {
      await keeper.say('Buy my wonderful umbrellas');
      await guest.message('Buy my wonderful umbrellas').click({ button: 'right' });
      await guest.page.getByRole('menuitem', { name: 'Report…' }).click();
      const dialog = guest.page.getByRole('dialog', { name: 'Report Ottilie Example’s message' });
      await dialog.getByRole('combobox', { name: 'What is wrong' }).selectOption({ label: 'Spam or advertising' });
      await dialog.getByLabel('In your own words').fill('Umbrellas again.');
      assert.deepEqual(await faultsOf(guest.page), []);
      await dialog.getByRole('button', { name: 'Send report' }).click();
      await guest.page.getByText('Thank you. Someone will look at it.').waitFor();
    });

    it('come into the queue at once, are answered, and opened again', async () => {
      await guest.say('Rain is overrated');
      await keeper.message('Rain is overrated').waitFor();
      const { page } = keeper;
      await page.goto(`${beep.url}/s/${server.serverId}/settings/reports`);
      await queue(page).getByText('Umbrellas again.').waitFor();
      await page.getByRole('link', { name: /^Reports/ }).getByText('1').waitFor();
      assert.deepEqual(await faultsOf(page), []);

      const { items } = await keeper.api('GET', `/channels/${server.channelId}/messages`);
      const said = items.find(({ content }) => content === 'Rain is overrated');
      const third = await Person.arrive(beep.url, 'Henrike', { browser });
      await third.signUp();
      await third.join('The Complaints Desk');
      await third.api('POST', `/messages/${said.id}/reports`, { reason: 'harassment', text: 'How rude.' });
      const card = queue(page).getByRole('listitem').filter({ hasText: 'How rude.' }).first();
      await card.waitFor();
      await card.getByRole('button', { name: 'Dismiss' }).click();
      await page.getByText('Dismissed.', { exact: true }).waitFor();
      await card.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Undo' }).click();
      await card.waitFor();

      await card.getByRole('button', { name: 'Add a note' }).click();
      await card.getByLabel('Note').fill('Talked to Gustav.');
      assert.deepEqual(await faultsOf(page), []);
      await card.getByRole('button', { name: 'Dismiss' }).click();
      await card.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Done', exact: true }).click();
      await card.getByText('Talked to Gustav.').waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await card.getByRole('button', { name: 'Open again' }).click();
      await page.getByRole('button', { name: 'Open', exact: true }).click();
      await card.waitFor();

      await card.getByRole('link', { name: 'Show in channel' }).click();
      await keeper.message('Rain is overrated').waitFor();
    });

    it('refuse words from the next message on', async () => {
      const { page } = keeper;
      await page.goto(`${beep.url}/s/${server.serverId}/settings/safety`);
      await page.getByLabel('Refuse messages with').fill('umbrella*\nwet feet');
      assert.deepEqual(await faultsOf(page), []);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' });
      await guest.say('UMBRELLÁS for everyone');
      await guest.page.getByText('This server does not allow “umbrella*”.').waitFor();
    });

    it('lead to a ban, also of someone who has left', async () => {
      const stray = await Person.arrive(beep.url, 'Ulla', { browser });
      await stray.signUp();
      await stray.join('The Complaints Desk');
      const { id } = await stray.api('GET', '/me');
      await guest.api('POST', `/servers/${server.serverId}/members/${id}/reports`, { reason: 'spam', text: 'Knocks at every door.' });
      await stray.api('DELETE', `/servers/${server.serverId}/members/me`);
      const { page } = keeper;
      await page.goto(`${beep.url}/s/${server.serverId}/settings/reports`);
      const card = queue(page).getByRole('listitem').filter({ hasText: 'Knocks at every door.' }).first();
      await card.getByText('no longer here').waitFor();
      await card.getByRole('button', { name: /^Act/ }).click();
      await page.getByRole('menuitem', { name: 'Ban…' }).waitFor();
      assert.equal(await page.getByRole('menuitem').count(), 1);
      await page.getByRole('menuitem', { name: 'Ban…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Ban Ulla Example?' });
      await dialog.getByRole('button', { name: 'Ban' }).click();
      await page.getByText('Ulla Example was banned.').waitFor();
      await stray.leave();
    });

    it('are read on a phone', async () => {
      const small = await keeper.alsoOn({ browser, ...phone });
      await small.page.goto(`${beep.url}/s/${server.serverId}/settings/reports`);
      await queue(small.page).getByText('How rude.').waitFor();
      assert.deepEqual(await faultsOf(small.page), []);
    });
  });
}
