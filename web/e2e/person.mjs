import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const desktop = { viewport: { width: 1280, height: 800 }, locale: 'en-US' };

/** What a browser says of a phone in the hand. */
export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export const launch = () =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

/** Somebody at a browser with a profile of their own. Waits for what they would see, never for a time. */
export class Person {
  /** @param browser an open one to be a profile of; without, a browser that ends with the person */
  static async arrive(url, name, { browser, ...context } = {}) {
    const own = browser === undefined ? await launch() : null;
    const profile = await (browser ?? own).newContext({ ...desktop, ...context });
    const page = await profile.newPage();
    page.setDefaultTimeout(20_000);
    const person = new Person(url, name, own, page);
    page.on('pageerror', (error) => person.faults.push(error.message));
    page.on('console', (message) => {
      // A refused sign-in is no fault of the page, and the browser says it all the same.
      if (message.type() === 'error' && !/status of 401/.test(message.text())) person.faults.push(`${message.text()} ${message.location().url}`);
    });
    page.on('request', (request) => {
      person.#bearer = request.headers()['authorization'] ?? person.#bearer;
    });
    return person;
  }

  #bearer;

  constructor(url, name, ownBrowser, page) {
    Object.assign(this, { url, name, ownBrowser, page, faults: [] });
    this.email = `${name.toLowerCase()}@example.org`;
    this.password = 'correct horse battery';
  }

  async signUp() {
    const { page } = this;
    await page.goto(`${this.url}/register`);
    await page.getByLabel('First name').fill(this.name);
    await page.getByLabel('Last name').fill('Example');
    await page.getByLabel('Username').fill(this.name.toLowerCase());
    await page.getByLabel('Email').fill(this.email);
    await page.getByLabel('Password', { exact: true }).fill(this.password);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByRole('heading', { name: `Hello, ${this.name}` }).waitFor();
  }

  /** Signs the same person in on another device. */
  async alsoOn({ browser, ...context }) {
    const other = await Person.arrive(this.url, this.name, { browser, ...context });
    await other.page.goto(`${this.url}/sign-in`);
    await other.page.getByLabel('Email').fill(this.email);
    await other.page.getByLabel('Password', { exact: true }).fill(this.password);
    await other.page.getByRole('button', { name: 'Sign in' }).click();
    await other.page.getByRole('heading', { name: `Hello, ${this.name}` }).waitFor();
    return other;
  }

  async createServer(name) {
    const { page } = this;
    await page.getByRole('main').getByRole('button', { name: 'Create a server' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByText('Public', { exact: true }).click();
    await dialog.getByRole('button', { name: /create/i }).click();
    await this.composer().waitFor();
    const [, serverId, channelId] = /\/s\/([^/]+)\/c\/([^/?]+)/.exec(page.url());
    return { serverId, channelId };
  }

  async join(server) {
    const { page } = this;
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: server }) });
    // The index follows a moment later.
    for (let tries = 0; tries < 20; tries++) {
      const { items } = await this.api('GET', `/discovery/servers?q=${encodeURIComponent(server)}`);
      if (items.some(({ name }) => name === server)) break;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await page.goto(`${this.url}/discover?q=${encodeURIComponent(server)}`);
    await card.getByRole('button', { name: 'Join' }).first().click();
    await this.composer().waitFor();
  }

  /** Does by the API what would take long by hand. */
  async api(method, path, body) {
    const answer = await fetch(`${this.url}/api${path}`, {
      method,
      headers: { Authorization: this.#bearer, ...(body ? { 'Content-Type': 'application/json' } : {}) },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.status === 204 ? null : answer.json();
  }

  composer() {
    return this.page.getByRole('textbox', { name: /^Message #/ });
  }

  async say(text) {
    await this.composer().fill(text);
    await this.composer().press('Enter');
  }

  /** The message as it stands in the history. */
  message(text) {
    return this.page.getByRole('list').getByText(text, { exact: true });
  }

  async leave() {
    await this.page.context().close();
    await this.ownBrowser?.close();
  }
}
