/**
 * Writes what the documentation says of the code: the inputs of each action.yml and the tables in its README, the schemas of
 * policy and lineage record, docs/policy.md, docs/rules.md and its pages, docs/cli.md and others.
 * `--check` writes nothing and fails when something is stale.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from './docs/page.ts';
import { generatedPages } from './docs/pages.ts';

const root = path.resolve(import.meta.dirname, '..');

await main(process.argv.includes('--check')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function main(check: boolean): Promise<void> {
  const pages = await generatedPages(root);
  const stale = pages.filter(isStale);
  for (const page of stale) {
    if (check) console.error(`${page.file} is stale: run npm run docs and commit it`);
    else write(page);
  }
  console.log(`${pages.length} generated pages, ${stale.length} ${check ? 'stale' : 'written'}`);
  if (check && stale.length > 0) process.exitCode = 1;
}

function isStale({ file, text }: Page): boolean {
  const target = path.join(root, file);
  return !existsSync(target) || readFileSync(target, 'utf8') !== text;
}

function write({ file, text }: Page): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${file}`);
}
