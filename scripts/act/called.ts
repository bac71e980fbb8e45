/** The reusable workflows, called as a team's own workflow calls them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Writes a workflow that calls one of ours into a checkout; returns its path there. */
export function writeCaller(checkout: string, name: string, event: string): string {
  const file = `.github/workflows/called-${name}.yml`;
  const text = `on: ${event}
jobs:
  called:
    permissions: { actions: write, checks: read, contents: write, pull-requests: write, statuses: read }
    uses: model-gates/model-gates/.github/workflows/${name}.yml@v1
`;
  writeFileSync(path.join(checkout, file), text);
  return file;
}

/**
 * Folders that stand for the artifact actions which our workflows name: act loads every action of a job before it runs one, and here
 * is no network. No job of these runs comes to call them.
 */
export function standIns(published: string, root: string): Record<string, string> {
  const folder = path.join(root, 'artifact-actions');
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'action.yml'),
    'name: none\ndescription: none\nruns: { using: composite, steps: [] }\n',
  );
  const texts = ['model-pull-request', 'model-evaluation-round', 'model-merge'].map((name) =>
    readFileSync(path.join(published, '.github/workflows', `${name}.yml`), 'utf8'),
  );
  const named = texts.flatMap((text) => [
    ...text.matchAll(/uses: (actions\/(?:upload|download)-artifact@[0-9a-f]{40})/g),
  ]);
  return Object.fromEntries(named.map(([, reference = '']) => [reference, folder]));
}
