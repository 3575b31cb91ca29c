import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, Person, phone } from './person.mjs';

/** A link from the menu of a server to the one who enters by it, with an account that they make on the way. */
export function invitations(beep) {
  describe('an invitation', { concurrency: 1 }, () => {
    let browser;
    let nell;
    let serverId;
    let link;

    before(async () => {
      await beep.running();
      browser = await launch();
      nell = await Person.arrive(beep.url, 'Nell', { browser });
      await nell.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await nell.signUp();
      const founded = await nell.api('POST', '/servers', {
        name: 'The Attic',
        description: 'Where we keep what we cannot throw away.',
        visibility: 'private',
      });
      serverId = founded.id;
    });

    after(() => browser?.close());

    const invite = async () => {
      await nell.page.goto(`${beep.url}/s/${serverId}`);
      await nell.page.getByRole('button', { name: 'The Attic: menu' }).click();
      await nell.page.getByRole('menuitem', { name: 'Invite people' }).click();
      return nell.page.getByRole('dialog', { name: 'Invite people to The Attic' });
    };

    it('is there when the dialog opens, and copied with one press', async () => {
      const dialog = await invite();
      await dialog.getByRole('textbox', { name: 'Invitation link' }).and(dialog.locator('[value*="/invite/"]')).waitFor();
      link = await dialog.getByRole('textbox', { name: 'Invitation link' }).inputValue();
      assert.match(link, /\/invite\/[1-9A-HJ-NP-Za-km-z]{10}$/);

      const copy = dialog.getByRole('button', { name: 'Copy', exact: true });
      await copy.and(nell.page.locator(':focus')).waitFor();
      await nell.page.keyboard.press('Enter');
      await dialog.getByRole('status').getByText('Link copied').waitFor();
      assert.equal(await nell.page.evaluate(() => navigator.clipboard.readText()), link);
    });

    it('is the same when the dialog opens again', async () => {
      await nell.page.keyboard.press('Escape');
      const dialog = await invite();
      await dialog.locator(`[value="${link}"]`).waitFor();
      await dialog.getByText('Expires in 7 days · for as many as come').waitFor();
      assert.equal(await dialog.getByRole('listitem').count(), 1);
    });

    it('shows where it leads, and brings back who makes an account on the way', async () => {
      const otto = await Person.arrive(beep.url, 'Otto', { browser, ...phone });
      const { page } = otto;
      await page.goto(link);
      await page.getByRole('heading', { name: 'The Attic' }).waitFor();
      await page.getByText('Nell Example invites you to join').waitFor();
      await page.getByText('Where we keep what we cannot throw away.').waitFor();
      await page.getByRole('link', { name: 'Create account to join' }).click();
      await page.getByLabel('First name').fill('Otto');
      await page.getByLabel('Last name').fill('Example');
      await page.getByLabel('Username').fill('otto');
      await page.getByLabel('Email').fill(otto.email);
      await page.getByLabel('Password', { exact: true }).fill(otto.password);
      await page.getByRole('button', { name: 'Create account' }).click();

      await page.getByRole('button', { name: 'Join' }).click();
      await page.waitForURL(new RegExp(`/s/${serverId}`));
      await page.getByRole('navigation', { name: 'Channels' }).waitFor();
      // Seen by who has the dialog open, without asking.
      await nell.page.getByRole('dialog').getByText('Used once').waitFor();

      await page.goto(link);
      await page.getByText('You are already a member of').waitFor();
      await page.getByRole('button', { name: 'Open' }).click();
      await page.waitForURL(new RegExp(`/s/${serverId}`));
      await otto.leave();
    });

    it('brings back who signs in on the way', async () => {
      const pam = await Person.arrive(beep.url, 'Pam', { browser });
      await pam.signUp();
      await pam.page.context().clearCookies();
      await pam.page.goto(link);
      await pam.page.getByRole('link', { name: 'I have an account' }).click();
      await pam.page.getByLabel('Email').fill(pam.email);
      await pam.page.getByLabel('Password', { exact: true }).fill(pam.password);
      await pam.page.getByRole('button', { name: 'Sign in' }).click();
      await pam.page.getByRole('button', { name: 'Join' }).click();
      await pam.composer().waitFor();
      await pam.leave();
    });

    it('leads nowhere once it is revoked, used up or mistyped', async () => {
      const dialog = nell.page.getByRole('dialog');
      await dialog.getByRole('combobox', { name: 'How many can join' }).selectOption({ label: '1 person' });
      await dialog.getByRole('combobox', { name: 'Expires after' }).selectOption({ label: 'Never' });
      await dialog.getByRole('button', { name: 'New link' }).click();
      await dialog.getByText('Never expires · for one person').waitFor();
      const single = await dialog.getByRole('textbox', { name: 'Invitation link' }).inputValue();
      assert.notEqual(single, link);
      await dialog.getByRole('button', { name: `Revoke the link ${link.slice(-10)}` }).click();
      await dialog.getByText(link.slice(-10)).waitFor({ state: 'detached' });

      const ray = await Person.arrive(beep.url, 'Ray', { browser });
      await ray.page.goto(link);
      await ray.page.getByRole('heading', { name: 'This invitation was withdrawn' }).waitFor();
      await ray.signUp();
      await ray.page.goto(single);
      await ray.page.getByRole('button', { name: 'Join' }).click();
      await ray.composer().waitFor();
      await dialog.getByText(single.slice(-10)).waitFor({ state: 'detached' });

      const una = await Person.arrive(beep.url, 'Una', { browser });
      await una.page.goto(single);
      await una.page.getByRole('heading', { name: 'This invitation is used up' }).waitFor();
      await una.page.goto(`${beep.url}/invite/1111111111`);
      await una.page.getByRole('heading', { name: 'There is no such invitation' }).waitFor();
      await ray.leave();
      await una.leave();
    });
  });
}
