/** `npm run demo`: see {@link help}. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { paint, seconds, terminalAudience } from './show.ts';
import { tellStory } from './story.ts';

const help = `Usage: npm run demo [-- --keep]

A pull request of a Qwen3-VL model repository goes from blocked to merged and tagged, on this machine:
a temporary git repository is made from examples/qwen3-vl, and the built actions in dist run on it
as GitHub's runner runs them. No network, no token; git and Node are enough.

  --keep   keep the temporary folder and say where it is
  --help   show this

Exit code: 0 when everything went as it must, 1 when it did not, 2 for a wrong option or a missing program.
`;

await main();

async function main(): Promise<void> {
  const options = readOptions();
  if (options === undefined) return;
  const lacking = whatIsLacking();
  if (lacking !== undefined) return refuse(lacking);
  const started = performance.now();
  const root = mkdtempSync(path.join(tmpdir(), 'model-gates-demo-'));
  try {
    const { problems } = await tellStory(root, terminalAudience(started));
    conclude(problems, started);
  } catch (error) {
    conclude([error instanceof Error ? error.message : String(error)], started);
  } finally {
    if (options.keep) console.log(`Kept: ${root}`);
    else rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  }
}

function readOptions(): { keep: boolean } | undefined {
  try {
    const { values } = parseArgs({ options: { keep: { type: 'boolean' }, help: { type: 'boolean' } } });
    if (values.help !== true) return { keep: values.keep === true };
    console.log(help);
  } catch (error) {
    refuse(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
  return undefined;
}

function whatIsLacking(): string | undefined {
  if (spawnSync('git', ['--version']).error !== undefined) return 'git is not installed, or not on PATH.';
  const bundle = path.resolve(import.meta.dirname, '../../dist/check/index.js');
  return existsSync(bundle) ? undefined : `${bundle} is not there: run npm run build first.`;
}

function conclude(problems: readonly string[], started: number): void {
  if (problems.length === 0) {
    console.log(
      `\n${paint('green', '✓')} Blocked for exactly the expected reasons, fixed, merged and tagged; a slip blocked, lifted, served, located and rolled back in ${seconds(started)}.`,
    );
    return;
  }
  console.error(
    `\n${paint('red', '✗')} The demo did not go as it must:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
  );
  process.exitCode = 1;
}

function refuse(text: string): void {
  console.error(text);
  process.exitCode = 2;
}
