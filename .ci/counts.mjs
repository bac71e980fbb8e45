// Reads vitest's JSON results: writes "passed failed skipped" to one file; a line a folder of tests, the failed tests and the
// coverage to another.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const [results, coverage, countsFile, shownFile] = process.argv.slice(2);
const folders = new Map();
const failures = [];
for (const file of JSON.parse(readFileSync(results, 'utf8')).testResults) {
  const name = path.relative('.', file.name).replaceAll('\\', '/');
  const parts = name.split('/');
  const folder = parts.length > 2 ? parts[1] : parts[0];
  const counts = folders.get(folder) ?? { passed: 0, failed: 0, skipped: 0 };
  for (const { status, fullName } of file.assertionResults) {
    counts[kindOf(status)] += 1;
    if (status === 'failed') failures.push(`failed: ${name}: ${fullName}`);
  }
  // A file that could not be loaded has no results of its own.
  if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
    counts.failed += 1;
    failures.push(`failed: ${name}: ${file.message}`);
  }
  folders.set(folder, counts);
}
const sum = (kind) => [...folders.values()].reduce((total, counts) => total + counts[kind], 0);
writeFileSync(countsFile, ['passed', 'failed', 'skipped'].map(sum).join(' '));
const lines = [
  ...[...folders].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(folderLine),
  ...failures,
  ...coverageLine(),
];
writeFileSync(shownFile, `${lines.join('\n')}\n`);

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
