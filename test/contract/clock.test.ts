import { expect, test } from 'vitest';
import { filesUnder, type SourceFile } from '../support/contract/sources.ts';

/** What starts a run may know the time; the rest gets it passed in. */
const starting = ['src/runner/', 'src/actions/', 'src/cli/', 'src/bundles/'];

/** The one place of the real time, and a script that a browser runs. */
const places = new Set(['src/kernel/clock.ts', 'src/report/html/script.ts']);

/** Where git and GitHub are opened: the real clock unless another is passed in. */
const constructions = new Set([
  'src/git/process/run.ts',
  'src/git/ledger/store.ts',
  'src/github/client/retry.ts',
]);

const timely =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.|\brandom(?:UUID|Bytes|Int)\b|\bsetTimeout \} from 'node:timers|\bsetInterval\(/;

const rest = filesUnder('src', ['.ts']).filter(({ file }) => !starting.some((room) => file.startsWith(room)));

function found(sources: readonly SourceFile[], pattern: RegExp, allowed: ReadonlySet<string>): string[] {
  return sources.filter(({ file, text }) => pattern.test(text) && !allowed.has(file)).map(({ file }) => file);
}

test('time and chance are passed in', () => {
  expect(found(rest, timely, places)).toEqual([]);
  expect(found(rest, /\bsystemClock\b/, new Set([...places, ...constructions]))).toEqual([]);
});

test('each exception is still one', () => {
  expect(found(rest, timely, new Set())).toEqual([...places].toSorted());
  expect(found(rest, /\bsystemClock\b/, places)).toEqual([...constructions].toSorted());
});

test.each([
  'const at = Date.now();',
  'const today = new Date();',
  'const port = { now: Date.now };',
  'await pause(Math.random() * 100);',
  'const started = performance.now();',
  'const id = crypto.randomUUID();',
  "import { setTimeout } from 'node:timers/promises';",
])('%s is found', (text) => {
  expect(found([{ file: 'src/policy/a.ts', text }], timely, places)).toEqual(['src/policy/a.ts']);
});

test.each([
  'const at = new Date(now).toISOString();',
  'const at = Date.parse(text);',
  "import { setImmediate } from 'node:timers/promises';",
])('%s is let through', (text) => {
  expect(found([{ file: 'src/policy/a.ts', text }], timely, places)).toEqual([]);
});
