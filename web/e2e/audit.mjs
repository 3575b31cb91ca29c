import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person, phone } from './person.mjs';

/** What was done to a server, found, opened, set back and taken home as a file. */
export function audit(beep) {
  describe('the audit log', { concurrency: 1 }, () => {
    let browser;
    let vera;
    let serverId;
    let channelId;
    let page;

    before(async () => {
      await beep.running();
      browser = await launch();
      vera = await Person.arrive(beep.url, 'Vera', { browser });
      await vera.signUp();
      ({ page } = vera);
      const founded = await vera.api('POST', '/servers', { name: 'Ledger', visibility: 'private' });
      serverId = founded.id;
      const channel = founded.channels.find((one) => one.type === 'text');
      channelId = channel.id;
      await vera.api('PATCH', `/channels/${channelId}`, { name: 'news', topic: 'What is new' });
      await vera.api('POST', `/channels/${channelId}/messages`, { content: 'ink on the first page' });
      await vera.api('POST', `/servers/${serverId}/roles`, { name: 'Staff', permissions: ['KICK_MEMBERS'] });
      await vera.api('PATCH', `/servers/${serverId}`, { name: 'Ledgers' });
    });

    after(() => browser?.close());

    const row = (text) => page.getByRole('listitem').filter({ hasText: text });

    it('opens from the menu of the server, and says who did what', async () => {
      await page.goto(`${beep.url}/s/${serverId}`);
      await page.getByRole('button', { name: 'Ledgers: menu' }).click();
      await page.getByRole('menuitem', { name: 'Audit log' }).click();
      await page.waitForURL(new RegExp(`/s/${serverId}/audit-log$`));
      await row('Vera Example renamed the server from Ledger to Ledgers').waitFor();
      await row('Vera Example founded the server').waitFor();
      assert.deepEqual(await faultsOf(page), []);
    });

    it('shows how it was before', async () => {
      const created = row('Vera Example created the role Staff');
      await created.getByRole('button', { name: 'What changed' }).click();
      await created.getByText('KICK_MEMBERS').waitFor();
      assert.deepEqual(await faultsOf(page), []);
    });

    it('shows of it what one looks for', async () => {
      await page.getByRole('combobox', { name: 'What was done' }).selectOption({ label: 'Topic changed' });
      await row('founded the server').waitFor({ state: 'detached' });
      await row('Vera Example changed the topic of #news').waitFor();
      await page.getByRole('combobox', { name: 'What was done' }).selectOption({ label: 'Everything' });
    });

    it('shows of it what was done to one thing, and when', async () => {
      await page.getByRole('combobox', { name: 'About' }).selectOption({ label: '#news' });
      await row('founded the server').waitFor({ state: 'detached' });
      await row('Vera Example changed the topic of #news').waitFor();
      await page.getByLabel('From', { exact: true }).fill('2099-01-01T00:00');
      await page.getByText('Nothing like that was done').waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await page.getByRole('button', { name: 'Show all of it' }).click();
      await row('founded the server').waitFor();
      assert.equal(await page.getByLabel('From', { exact: true }).inputValue(), '');
    });

    it('sets back what was done, and says so', async () => {
      const renamed = row('renamed the server from Ledger to Ledgers');
      await renamed.getByRole('button', { name: 'Undo' }).click();
      const dialog = page.getByRole('dialog', { name: 'Undo this?' });
      await dialog.getByText('What will change').waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await dialog.getByRole('button', { name: 'Undo' }).click();
      await dialog.waitFor({ state: 'detached' });
      await row('renamed the server from Ledgers to Ledger').getByText('undoes an earlier act').waitFor();
      await page.getByRole('button', { name: 'Ledger: menu' }).waitFor();
    });

    it('takes a channel back that was deleted, in passing', async () => {
      await page.goto(`${beep.url}/s/${serverId}/c/${channelId}`);
      await page.getByText('ink on the first page').waitFor();
      await page.getByRole('button', { name: 'news: menu' }).click();
      await page.getByRole('menuitem', { name: 'Delete channel' }).click();
      const link = page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: /news/ });
      await link.waitFor({ state: 'detached' });
      await page.getByRole('heading', { level: 1, name: 'No channel yet' }).waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
      await link.click();
      await page.getByText('ink on the first page').waitFor();
    });

    it('takes a channel back with its messages, from the log', async () => {
      await vera.api('DELETE', `/channels/${channelId}`);
      // It was open: what is left takes its place, whoever deleted it.
      await page.waitForURL((at) => !at.pathname.includes(channelId));
      await page.getByRole('heading', { level: 1, name: 'No channel yet' }).waitFor();
      await page.goto(`${beep.url}/s/${serverId}/audit-log`);
      await row('Vera Example deleted #news').first().getByRole('button', { name: 'Undo' }).click();
      const dialog = page.getByRole('dialog', { name: 'Undo this?' });
      assert.deepEqual(await faultsOf(page), []);
      await dialog.getByRole('button', { name: 'Undo' }).click();
      await row('Vera Example restored #news').first().getByText('undoes an earlier act').waitFor();
      await page.goto(`${beep.url}/s/${serverId}/c/${channelId}`);
      await page.getByText('ink on the first page').waitFor();
      await page.goto(`${beep.url}/s/${serverId}/audit-log`);
    });

    it('brings back whom somebody banned, with their role, and tells them', async () => {
      const ned = await Person.arrive(beep.url, 'Ned', { browser });
      await ned.signUp();
      const { code } = await vera.api('POST', `/servers/${serverId}/invitations`, {});
      await ned.api('POST', `/invitations/${code}/accept`);
      const { id } = await ned.api('GET', '/me');
      const roles = await vera.api('GET', `/servers/${serverId}/roles`);
      const staff = roles.items.find((role) => role.name === 'Staff').id;
      await vera.api('PUT', `/servers/${serverId}/members/${id}/roles/${staff}`);
      await ned.page.goto(`${beep.url}/s/${serverId}/c/${channelId}`);
      await ned.page.getByText('ink on the first page').waitFor();
      await vera.api('PUT', `/servers/${serverId}/bans/${id}`, { reason: 'By mistake.' });
      const notice = ned.page.getByRole('dialog', { name: 'You were banned from Ledger' });
      await notice.waitFor();
      const { id: newer } = await vera.api('POST', `/servers/${serverId}/channels`, { name: 'meanwhile', type: 'text' });
      await vera.api('POST', `/channels/${channelId}/messages`, { content: 'said while Ned was away' });

      await row('Vera Example banned Ned Example').getByRole('button', { name: 'Undo' }).click();
      const dialog = page.getByRole('dialog', { name: 'Undo this?' });
      await dialog.getByText(/If Ned Example was here until then/).waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await dialog.getByRole('button', { name: 'Undo' }).click();
      await row('Vera Example brought Ned Example back').getByText('undoes an earlier act').waitFor();

      await ned.page.getByText('You are in Ledger again: that you were put out was undone.').waitFor();
      await notice.waitFor({ state: 'detached' });
      // Without a reload: what he knew of before is old.
      await ned.page.getByRole('link', { name: 'Ledger' }).first().click();
      await ned.page.getByRole('link', { name: 'meanwhile' }).waitFor();
      await ned.page.locator(`a[href$="${channelId}"]`).first().click();
      await ned.page.getByText('ink on the first page').waitFor();
      await ned.message('said while Ned was away').waitFor();
      await vera.api('DELETE', `/channels/${newer}`);
      const { items } = await vera.api('GET', `/servers/${serverId}/members`);
      assert.deepEqual(items.find((member) => member.userId === id).roles, [staff]);
      await ned.leave();
    });

    it('sets back all that someone did, and tells what stays', async () => {
      await page.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Vera Example' });
      await page.getByRole('button', { name: 'Undo…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Undo what Vera Example did' });
      await dialog.getByRole('combobox').selectOption({ label: 'since a time of your choice' });
      await dialog.getByLabel('Since').waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await dialog.getByRole('button', { name: 'Undo…' }).click();
      await dialog.getByText(/acts were undone/).waitFor();
      await dialog.getByText('Acts of this kind cannot be undone.').first().waitFor();
      assert.deepEqual(await faultsOf(page), []);
      await page.keyboard.press('Escape');
    });

    it('is taken home as a file', async () => {
      await page.getByRole('button', { name: 'Export' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: 'For spreadsheets (CSV)' }).click(),
      ]);
      assert.equal(file.suggestedFilename(), 'audit-log.csv');
    });

    it('fits a phone', async () => {
      const there = await vera.alsoOn({ browser, ...phone });
      await there.page.goto(`${beep.url}/s/${serverId}/audit-log`);
      await there.page.getByRole('listitem').first().waitFor();
      assert.deepEqual(await faultsOf(there.page), []);
      const wider = await there.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wider, false);
      await there.leave();
    });
  });
}
