import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { faultsOf } from './axe.mjs';
import { launch, Person, phone } from './person.mjs';

/** Why somebody may do something, and what a change would do to whom, before it is made. */
export function foresights(beep) {
  describe('permissions', { concurrency: 1 }, () => {
    let browser;
    let hedy;
    let ivo;
    let page;
    let serverId;
    let newsId;
    let scribe;

    before(async () => {
      await beep.running();
      browser = await launch();
      hedy = await Person.arrive(beep.url, 'Hedy', { browser, viewport: { width: 1440, height: 900 } });
      await hedy.signUp();
      ({ page } = hedy);
      ivo = await Person.arrive(beep.url, 'Ivo', { browser });
      await ivo.signUp();
      ({ id: serverId } = await hedy.api('POST', '/servers', { name: 'Scriptorium', visibility: 'public' }));
      ({ id: newsId } = await hedy.api('POST', `/servers/${serverId}/channels`, { name: 'news', type: 'text' }));
      scribe = await hedy.api('POST', `/servers/${serverId}/roles`, { name: 'Scribe', permissions: ['MANAGE_MESSAGES'] });
      await hedy.api('POST', `/servers/${serverId}/roles`, { name: 'Ornament', colour: '#4f7cf0' });
      await hedy.api('PUT', `/channels/${newsId}/overwrites/${serverId}`, { allow: [], deny: ['SEND_MESSAGES'] });
      await ivo.api('PUT', `/servers/${serverId}/members/me`);
    });

    after(() => browser?.close());

    const looksRight = async (of = page) => assert.deepEqual(await faultsOf(of), []);
    const profileOf = async () => {
      await page.getByRole('list', { name: 'Members' }).getByRole('button', { name: /^Ivo Example/ }).click();
      return page.getByRole('dialog', { name: /Ivo Example/ });
    };

    it('are explained: whom one looks for is found by name, and what decided is said', async () => {
      await page.goto(`${beep.url}/s/${serverId}/c/${newsId}/settings/why`);
      const choose = page.getByRole('button', { name: 'Choose a member' });
      await choose.click();
      const find = page.getByRole('combobox', { name: 'Find a member' });
      await find.fill('nobody-of-this-name');
      await page.getByText('Nothing found').waitFor();
      await looksRight();
      await find.fill('@IV');
      await page.getByRole('option', { name: /Ivo Example/ }).waitFor();
      await looksRight();
      await find.press('Enter');
      const writing = page.getByRole('region', { name: 'Writing' });
      const sending = writing.getByRole('listitem').filter({ hasText: 'Send messages' }).first();
      await sending.getByText('not allowed').waitFor();
      await sending.locator('summary').click();
      await sending.getByText('(this decided)').first().waitFor({ state: 'attached' });
      await looksRight();
    });

    it('are explained on a phone, and a failure says so', async () => {
      const pocket = await hedy.alsoOn({ browser, ...phone });
      await pocket.page.route('**/members?*', (route) => route.fulfill({ status: 404, json: { code: 'server.not-found', detail: 'It is gone.', status: 404 } }));
      await pocket.page.goto(`${beep.url}/s/${serverId}/settings/why`);
      await pocket.page.getByRole('button', { name: 'Choose a member' }).click();
      await pocket.page.getByRole('alert').getByText('This is gone, or not open to you.').waitFor();
      await looksRight(pocket.page);
      await pocket.page.unroute('**/members?*');
      await pocket.page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
      await pocket.page.getByRole('option', { name: /Ivo Example/ }).click();
      await pocket.page.getByRole('region', { name: 'Management' }).waitFor();
      await looksRight(pocket.page);
      await pocket.leave();
    });

    it('that a role takes are foreseen while its switches are tried', async () => {
      await page.goto(`${beep.url}/s/${serverId}/settings/roles/${serverId}`);
      await page.getByRole('switch', { name: 'React' }).click();
      const preview = page.getByRole('region', { name: 'What this changes' });
      await preview.getByRole('button', { name: /^Takes something from 1 member/ }).click();
      await preview.getByText('Ivo Example').waitFor();
      await looksRight();
      await page.getByRole('button', { name: 'Discard' }).click();
      await preview.waitFor({ state: 'detached' });
    });

    it('that a role gives are shown before it is given, and what only adorns is given at once', async () => {
      await page.goto(`${beep.url}/s/${serverId}/settings/roles/${scribe.id}`);
      await page.getByRole('tab', { name: 'Members' }).click();
      await page.getByRole('button', { name: 'Add members' }).click();
      await page.getByRole('combobox', { name: 'Find a member' }).fill('ivo');
      await page.getByRole('option', { name: /Ivo Example/ }).click();
      const dialog = page.getByRole('dialog', { name: 'Give Scribe to Ivo Example?' });
      await dialog.getByText('Gives something to 1 member').waitFor();
      await dialog.getByText(/Gained .*: Manage messages/).first().waitFor();
      await looksRight();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
      assert.equal(await page.getByRole('button', { name: 'Take Scribe from Ivo Example' }).count(), 0);

      await page.getByRole('link', { name: 'Ornament' }).click();
      await page.getByRole('tab', { name: 'Members' }).click();
      await page.getByRole('button', { name: 'Add members' }).click();
      await page.getByRole('option', { name: /Ivo Example/ }).click();
      await page.getByRole('button', { name: 'Take Ornament from Ivo Example' }).waitFor();
      assert.equal(await page.getByRole('dialog', { name: /^Give/ }).count(), 0);
    });

    it('that a member loses are shown before a role is taken from their profile', async () => {
      const { id: ivoId } = await ivo.api('GET', '/me');
      await hedy.api('PUT', `/servers/${serverId}/members/${ivoId}/roles/${scribe.id}`);
      await page.goto(`${beep.url}/s/${serverId}/c/${newsId}`);
      const profile = await profileOf();
      await profile.getByRole('button', { name: 'Take Scribe from Ivo Example' }).click();
      const dialog = page.getByRole('dialog', { name: 'Take Scribe from Ivo Example?' });
      await dialog.getByText('Takes something from 1 member').waitFor();
      await looksRight();
      await dialog.getByRole('button', { name: 'Take role' }).click();
      await dialog.waitFor({ state: 'detached' });
      for (;;) {
        const { items } = await hedy.api('GET', `/servers/${serverId}/members?q=ivo`);
        if (!items[0].roles.includes(scribe.id)) break;
      }
    });

    it('that go with a role are shown before it is deleted', async () => {
      const { id: ivoId } = await ivo.api('GET', '/me');
      await hedy.api('PUT', `/servers/${serverId}/members/${ivoId}/roles/${scribe.id}`);
      await page.goto(`${beep.url}/s/${serverId}/settings/roles/${scribe.id}`);
      await page.getByRole('button', { name: 'Delete role' }).click();
      const dialog = page.getByRole('dialog', { name: 'Delete the role Scribe?' });
      await dialog.getByText('Takes something from 1 member').waitFor();
      await looksRight();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await page.getByRole('heading', { name: 'Scribe' }).waitFor();
    });

    it('that come back are shown before a channel says nothing of somebody any more', async () => {
      await hedy.api('PUT', `/channels/${newsId}/overwrites/${scribe.id}`, { allow: [], deny: ['VIEW_CHANNEL'] });
      await page.goto(`${beep.url}/s/${serverId}/c/${newsId}/settings/permissions/${scribe.id}`);
      await page.getByRole('button', { name: 'Remove Scribe from this channel' }).click();
      const dialog = page.getByRole('dialog', { name: 'Remove Scribe from news?' });
      await dialog.getByText('Gives something to 1 member').waitFor();
      await looksRight();
      await dialog.getByRole('button', { name: 'Remove' }).click();
      await page.getByText('Scribe has nothing of its own here any more').waitFor();
    });

    it('that following the folder again gives are told where it is asked', async () => {
      const folder = await hedy.api('POST', `/servers/${serverId}/channels`, { name: 'Desks', type: 'folder' });
      const desk = await hedy.api('POST', `/servers/${serverId}/channels`, { name: 'desk', type: 'text', parentId: folder.id });
      await hedy.api('PUT', `/channels/${desk.id}/overwrites/${serverId}`, { allow: [], deny: ['ADD_REACTIONS'] });
      await page.goto(`${beep.url}/s/${serverId}/c/${desk.id}/settings/permissions`);
      await page.getByRole('button', { name: 'Follow the folder again' }).click();
      const dialog = page.getByRole('dialog', { name: 'Follow the folder Desks again?' });
      await dialog.getByText('Gives something to 1 member').waitFor();
      await dialog.getByText('Gained in #desk: React').waitFor();
      await looksRight();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await dialog.waitFor({ state: 'detached' });
    });

    it('that a private channel takes are foreseen', async () => {
      await page.goto(`${beep.url}/s/${serverId}/c/${newsId}/settings/overview`);
      await page.getByRole('switch', { name: 'Private' }).click();
      const preview = page.getByRole('region', { name: 'What this changes' });
      await preview.getByRole('button', { name: /^Takes something from 1 member/ }).click();
      await preview.getByText('Everything in #news is hidden').waitFor();
      await looksRight();
      await page.getByRole('button', { name: 'Discard' }).click();
    });

    it('met no fault', () => assert.deepEqual([...hedy.faults, ...ivo.faults], []));
  });
}
