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

/** Somebody at a browser with a profile of their own. Waits for what they would see, never for a time. */
export class Person {
  static async arrive(url, name) {
    const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-US' });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const person = new Person(url, name, browser, page);
    page.on('pageerror', (error) => person.faults.push(error.message));
    page.on('console', (message) => {
      // A refused sign-in is no fault of the page, and the browser says it all the same.
      if (message.type() === 'error' && !/status of 401/.test(message.text())) person.faults.push(message.text());
    });
    return person;
  }

  constructor(url, name, browser, page) {
    Object.assign(this, { url, name, browser, page, faults: [] });
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

  async createServer(name) {
    const { page } = this;
    await page.getByRole('main').getByRole('button', { name: 'Create a server' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByText('Public', { exact: true }).click();
    await dialog.getByRole('button', { name: /create/i }).click();
    await this.composer().waitFor();
  }

  async join(server) {
    const { page } = this;
    await page.goto(`${this.url}/discover?q=${encodeURIComponent(server)}`);
    await page.getByRole('button', { name: 'Join' }).click();
    await this.composer().waitFor();
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
    await this.browser.close();
  }
}
