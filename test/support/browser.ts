/** A headless Chromium for pages that are files; tests that need it skip themselves where there is none. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { temporaryFolder } from './repository.ts';

const chromium = [process.env['MODEL_GATES_CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
  (file) => file !== undefined && existsSync(file),
);

export const hasBrowser = chromium !== undefined;

export async function openBrowser(): Promise<Browser> {
  return launch({
    executablePath: chromium ?? '',
    headless: true,
    // A container has neither a sandbox nor much shared memory.
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    // A busy machine is not the fault of a page.
    timeout: 0,
    protocolTimeout: 0,
  });
}

export interface Opened {
  readonly page: Page;
  /** What its scripts threw, logged as an error or were kept from, and what it asked of anybody else. */
  readonly problems: string[];
}

export interface View {
  readonly width?: number;
  readonly dark?: boolean;
  readonly script?: boolean;
  /** Behind `#`. */
  readonly hash?: string;
}

/** Files by name, of which the first is opened. */
export async function open(
  browser: Browser,
  files: Readonly<Record<string, string>>,
  { width = 1280, dark = false, script = true, hash = '' }: View = {},
): Promise<Opened> {
  const folder = temporaryFolder();
  const [first = ''] = Object.keys(files);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  page.on('request', (request) => {
    // The browser's own icon of a date is data.
    const isOwn = request.url().startsWith('data:') || request.url().startsWith(pathToFileURL(folder).href);
    if (!isOwn) problems.push(`asked for ${request.url()}`);
  });
  await page.setJavaScriptEnabled(script);
  await page.setViewport({ width, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }]);
  await page.goto(`${pathToFileURL(path.join(folder, first)).href}${hash === '' ? '' : `#${hash}`}`);
  return { page, problems };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds, as `rule: element`. The page's own policy forbids other scripts: the tool that runs axe stands outside of it. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`) as Promise<
    string[]
  >;
}
