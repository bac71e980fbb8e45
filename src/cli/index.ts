#!/usr/bin/env node
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { optimiseLater } from '../kernel/v8.ts';
import { compiledFolder } from './compiled.ts';
import type * as Main from './main.ts';

// First of all: V8 takes kept code under the same flags alone.
optimiseLater();
void start();

async function start(): Promise<void> {
  const args = process.argv.slice(2);
  const folder = compiledFolder(process.env, args[0]);
  const { main } = folder === undefined ? await import('./main.ts') : await keptMain(folder);
  await main(args);
}

/** A bundle of its own, as all that it loads. Node's crypto, which it needs, is loaded with what keeps code alone. */
async function keptMain(folder: string): Promise<typeof Main> {
  const { KeptCode } = await import('./kept-code.ts');
  const kept = new KeptCode(folder);
  // A call that ended early, as one of a verb that is not there, says little of what the next one needs.
  process.on('exit', (code) => code === 2 || kept.keep());
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), 'main/index.js');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it is what the import beside it loads
  return kept.load(file) as typeof Main;
}
