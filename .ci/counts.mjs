// Reads vitest's JSON results: writes to a folder "passed failed skipped" (counts), the failed tests and their messages
// (failures), and a line a folder of tests and the coverage (shown).
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [results, coverage, out, how = ''] = process.argv.slice(2);
/** Folders whose tests are counted where they run once more, unless they fail here. */
const uncounted = new Set(how.replace('--uncounted=', '').split(','));
const folders = new Map();
const failures = [];
for (const file of JSON.parse(readFileSync(results, 'utf8')).testResults) {
  const name = path.relative('.', file.name).replaceAll('\\', '/');
  const parts = name.split('/');
  const folder = parts.length > 2 ? parts[1] : parts[0];
  const counts = folders.get(folder) ?? { passed: 0, failed: 0, skipped: 0 };
  for (const { status, fullName, failureMessages } of file.assertionResults) {
    if (status === 'failed' || !uncounted.has(folder)) counts[kindOf(status)] += 1;
    if (status === 'failed') failures.push(`failed: ${name}: ${fullName}`, ...failureMessages.map(start));
  }
  // A file that could not be loaded has no results of its own.
  if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
    counts.failed += 1;
    failures.push(`failed: ${name}: ${file.message}`);
  }
  if (!uncounted.has(folder) || counts.failed > 0) folders.set(folder, counts);
}
const sum = (kind) => [...folders.values()].reduce((total, counts) => total + counts[kind], 0);
write('counts', [['passed', 'failed', 'skipped'].map(sum).join(' ')]);
write('failures', failures);
write('shown', [...[...folders].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(folderLine), ...coverageLine()]);

function write(name, lines) {
  writeFileSync(path.join(out, name), lines.map((line) => `${line}\n`).join(''));
}

/** What went wrong and where, not the whole of what two long texts differ in. */
function start(message) {
  return message.split('\n').slice(0, 30).join('\n');
}

function kindOf(status) {
  return status === 'passed' || status === 'failed' ? status : 'skipped';
}

function folderLine([folder, { passed, failed, skipped }]) {
  return `${folder.padEnd(10)} ${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function coverageLine() {
  if (!existsSync(coverage)) return [];
  const { lines, branches, functions } = JSON.parse(readFileSync(coverage, 'utf8')).total;
  return [
    `coverage   ${lines.pct} % of lines, ${branches.pct} % of branches, ${functions.pct} % of functions`,
  ];
}
