import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, Person } from './person.mjs';

/** One makes a role and sets what channels say; the other sees at once what they may do now. */
export function roles(beep) {
  describe('roles', { concurrency: 1 }, () => {
    let browser;
    let vera;
    let walt;
    let serverId;
    let channelId;

    before(async () => {
      await beep.running();
      browser = await launch();
      vera = await Person.arrive(beep.url, 'Vera', { browser, viewport: { width: 1440, height: 900 } });
      await vera.signUp();
      ({ serverId } = await vera.createServer('Observatory'));
      ({ id: channelId } = await vera.api('POST', `/servers/${serverId}/channels`, { name: 'dome', type: 'text' }));
      walt = await Person.arrive(beep.url, 'Walt', { browser, viewport: { width: 1440, height: 900 } });
      await walt.signUp();
      await walt.join('Observatory');
    });

    after(() => browser?.close());

    const save = async (page) => {
      await page.getByRole('button', { name: 'Save changes' }).click();
      await page.getByRole('button', { name: 'Save changes' }).waitFor({ state: 'detached' });
    };
    const profileOf = async (page, name) => {
      await page.getByRole('list', { name: 'Members' }).getByRole('button', { name: new RegExp(`^${name}`) }).click();
      return page.getByRole('dialog', { name: new RegExp(name) });
    };
    const confirm = (act) => vera.page.getByRole('dialog').getByRole('button', { name: act, exact: true }).click();
    const dome = () => walt.page.getByRole('link', { name: 'dome' });
    const say = (state, permission) =>
      vera.page.getByRole('radiogroup', { name: permission }).getByRole('radio', { name: state }).check({ force: true });

    it('are made in the settings of the server, with a name and a colour', async () => {
      const { page } = vera;
      await page.goto(`${beep.url}/s/${serverId}`);
      await page.getByRole('button', { name: 'Observatory: menu' }).click();
      await page.getByRole('menuitem', { name: 'Server settings' }).click();
      await page.getByRole('link', { name: 'Roles' }).click();
      await page.getByRole('button', { name: 'Create role' }).click();
      const name = page.getByRole('textbox', { name: 'Name' });
      await name.and(page.locator('[value="new role"]')).waitFor();
      await name.fill('Astronomer');
      await page.getByRole('radio', { name: '#4f7cf0' }).check({ force: true });
      await save(page);
      await page.getByRole('navigation', { name: 'Roles, the highest first' }).getByRole('link', { name: 'Astronomer' }).waitFor();
    });

    it('keep who changed one there until it is saved or discarded', async () => {
      const { page } = vera;
      await page.getByRole('tab', { name: 'Permissions' }).click();
      await page.getByRole('switch', { name: 'Manage messages' }).click();
      const at = page.url();
      await page.getByRole('link', { name: 'Overview' }).click();
      await page.getByText('Save or discard your changes first.').waitFor();
      await page.keyboard.press('Escape');
      assert.equal(page.url(), at);
      await save(page);
      const { items } = await vera.api('GET', `/servers/${serverId}/roles`);
      assert.deepEqual(items[0].permissions, ['MANAGE_MESSAGES']);
    });

    it('are given from the list of their members, and seen by others at once', async () => {
      const { page } = vera;
      await page.getByRole('tab', { name: 'Members' }).click();
      await page.getByRole('button', { name: 'Add members' }).click();
      await page.getByRole('combobox', { name: 'Find a member' }).fill('walt');
      await page.getByRole('option', { name: /Walt Example/ }).waitFor();
      await page.keyboard.press('Enter');
      await confirm('Give role');
      await page.getByRole('button', { name: 'Take Astronomer from Walt Example' }).waitFor();

      const profile = await profileOf(walt.page, 'Walt Example');
      await profile.getByText('Astronomer').waitFor();
      // Whoever may not manage roles is offered nothing of the kind.
      assert.equal(await profile.getByRole('button').count(), 0);
      await walt.page.keyboard.press('Escape');
      await profile.waitFor({ state: 'detached' });
    });

    it('change places by the keyboard, for good', async () => {
      const { page } = vera;
      await vera.api('POST', `/servers/${serverId}/roles`, { name: 'Director' });
      const list = page.getByRole('navigation', { name: 'Roles, the highest first' });
      await list.getByRole('button', { name: 'Move Director' }).focus();
      await page.keyboard.press('Space');
      await list.getByText('Director lifted, place 2 of 2').waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Space');
      await list.getByText('Director dropped at place 1').waitFor();
      const names = () => list.getByRole('listitem').allInnerTexts();
      assert.deepEqual(await names(), ['Director', 'Astronomer']);
      await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Move Director');
      await page.reload();
      await list.getByRole('button', { name: 'Move Director' }).waitFor();
      assert.deepEqual(await names(), ['Director', 'Astronomer']);
    });

    it('change places by dragging', async () => {
      const { page } = vera;
      const list = page.getByRole('navigation', { name: 'Roles, the highest first' });
      const grip = list.getByRole('button', { name: 'Move Astronomer' });
      const from = await grip.boundingBox();
      const x = from.x + from.width / 2;
      const y = from.y + from.height / 2;
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x, y - 20, { steps: 4 });
      await page.mouse.move(x, y - 40, { steps: 4 });
      await page.mouse.up();
      await list.getByText('Astronomer dropped at place 1').waitFor();
      await page.reload();
      await list.getByRole('button', { name: 'Move Astronomer' }).waitFor();
      assert.deepEqual(await list.getByRole('listitem').allInnerTexts(), ['Astronomer', 'Director']);
    });

    it('lose a channel that is hidden from everyone, while they look at it', async () => {
      await dome().click();
      await walt.page.getByRole('heading', { level: 1, name: 'dome' }).waitFor();

      const { page } = vera;
      await page.goto(`${beep.url}/s/${serverId}/c/${channelId}`);
      await page.getByRole('button', { name: 'dome: menu' }).click();
      await page.getByRole('menuitem', { name: 'Channel settings' }).click();
      await page.getByRole('link', { name: 'Permissions' }).click();
      await page.getByRole('heading', { name: 'Everyone' }).waitFor();
      await say('Deny', 'See channels');
      await save(page);

      // What is left takes its place.
      await walt.page.getByRole('heading', { level: 1, name: 'general' }).waitFor();
      await dome().waitFor({ state: 'detached' });
    });

    it('win it back when the channel allows it to their role', async () => {
      const { page } = vera;
      await page.getByRole('button', { name: 'Add a role or a member' }).click();
      await page.getByRole('combobox', { name: 'Find a role or a member' }).fill('astro');
      await page.getByRole('option', { name: 'Astronomer' }).waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Astronomer' }).waitFor();
      await page.getByRole('radiogroup', { name: 'See channels' }).waitFor();
      await say('Allow', 'See channels');
      await save(page);

      await dome().click();
      await walt.page.getByRole('heading', { level: 1, name: 'dome' }).waitFor();
    });

    it('are taken from the profile of a member, with all that they allowed', async () => {
      const { page } = vera;
      await page.keyboard.press('Escape');
      const profile = await profileOf(page, 'Walt Example');
      await profile.getByRole('button', { name: 'Take Astronomer from Walt Example' }).click();
      await confirm('Take role');
      await profile.getByRole('button', { name: 'Take Astronomer from Walt Example' }).waitFor({ state: 'detached' });
      await dome().waitFor({ state: 'detached' });
      await page.keyboard.press('Escape');
    });

    it('are given from the menu of a member', async () => {
      const { page } = vera;
      // Beside a channel that is not for everyone stand those who see it.
      await page.getByRole('list', { name: 'Members' }).getByText('Walt Example').waitFor({ state: 'detached' });
      await page.getByRole('navigation', { name: 'Channels' }).getByRole('link', { name: 'general' }).click();
      const row = page.getByRole('list', { name: 'Members' }).getByRole('button', { name: /^Walt Example/ });
      await row.click({ button: 'right' });
      await page.getByRole('menuitemcheckbox', { name: 'Astronomer' }).click();
      await confirm('Give role');
      await dome().waitFor();
    });

    it('end with what they allowed when they are deleted', async () => {
      const { page } = vera;
      await page.goto(`${beep.url}/s/${serverId}/settings/roles`);
      await page.getByRole('heading', { name: 'Astronomer' }).waitFor();
      await page.getByRole('button', { name: 'Delete role' }).click();
      await confirm('Delete role');
      await page.getByRole('link', { name: 'Astronomer' }).waitFor({ state: 'detached' });
      await dome().waitFor({ state: 'detached' });
    });

    it('come back with who had them, and go again', async () => {
      const { page } = vera;
      await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
      await page.getByRole('link', { name: 'Astronomer' }).waitFor();
      await dome().waitFor();
      await page.getByRole('link', { name: 'Astronomer' }).click();
      await page.getByRole('heading', { name: 'Astronomer' }).waitFor();
      await page.getByRole('button', { name: 'Delete role' }).click();
      await confirm('Delete role');
      await page.getByRole('link', { name: 'Astronomer' }).waitFor({ state: 'detached' });
      await dome().waitFor({ state: 'detached' });
    });

    it('show a manager what they may not change, and why', async () => {
      const { items } = await vera.api('GET', `/servers/${serverId}/roles`);
      const director = items.find((role) => role.name === 'Director');
      await vera.api('PATCH', `/servers/${serverId}/roles/${director.id}`, { permissions: ['MANAGE_ROLES'] });
      const { id: waltId } = await walt.api('GET', '/me');
      await vera.api('PUT', `/servers/${serverId}/members/${waltId}/roles/${director.id}`);

      const { page } = walt;
      await page.goto(`${beep.url}/s/${serverId}/settings/roles/${director.id}`);
      await page.getByText('This role stands at or above your highest role, Director.').waitFor();
      assert.equal(await page.getByRole('textbox', { name: 'Name' }).isDisabled(), true);
      // The settings of the server itself are not theirs.
      assert.equal(await page.getByRole('link', { name: 'Overview' }).count(), 0);
      await page.getByRole('link', { name: 'Everyone' }).click();
      await page.getByRole('switch', { name: 'Ban members', disabled: true }).waitFor();
      await page.getByRole('switch', { name: 'Manage roles', disabled: false }).waitFor();
      assert.ok((await page.getByText('You lack this permission yourself.').count()) > 0);
    });

    it('met no fault', () => {
      // What was taken away or deleted a moment ago may be asked for once more.
      const real = [...vera.faults, ...walt.faults].filter((fault) => !/status of 40[34]/.test(fault));
      assert.deepEqual(real, []);
    });
  });
}
