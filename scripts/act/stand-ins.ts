/** Actions of others, which our workflows name. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Folders that stand for the actions of others which our workflows name: act loads every action of a job before it runs one, and here
 * is no network. A checkout is only called for another commit than that of the event, which act puts into place itself.
 */
export function standIns(published: string, root: string): Record<string, string> {
  const folders = new Map(
    Object.entries(actions).map(([name, action]) => [
      name,
      writeAction(path.join(root, `${name}-action`), action),
    ]),
  );
  const workflows = path.join(published, '.github/workflows');
  const texts = readdirSync(workflows).map((name) => readFileSync(path.join(workflows, name), 'utf8'));
  const named = texts.flatMap((text) => [...text.matchAll(/uses: (actions\/([\w-]+)@[0-9a-f]{40})/g)]);
  return Object.fromEntries(
    named.map(([, reference = '', name = '']) => [reference, folders.get(name) ?? unknownAction(reference)]),
  );
}

/** Where an artifact of this name was put. */
export function artifactOf(root: string, name: string): string {
  return path.join(root, `artifact-${name}`);
}

interface StandIn {
  /** Name → default. */
  readonly inputs: Readonly<Record<string, string>>;
  /** By bash, with the inputs as variables in capitals, and ROOT. */
  readonly run: string;
}

const actions: Readonly<Record<string, StandIn>> = {
  checkout: {
    inputs: { ref: '', 'fetch-depth': '1' },
    run: `git init --quiet .
git remote add origin "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY"
git fetch --quiet --depth="$FETCH_DEPTH" origin "$REF"
git checkout --quiet --force --detach FETCH_HEAD`,
  },
  'setup-node': { inputs: {}, run: 'node --version' },
  attest: { inputs: { 'subject-path': '' }, run: 'test -f "$SUBJECT_PATH"' },
  'upload-artifact': {
    inputs: { name: '', path: '' },
    run: `mkdir -p "$ROOT/artifact-$NAME"
while read -r path; do
  if [ -d "$path" ]; then path="$path/."; fi
  if [ -n "$path" ]; then cp -R -- "$path" "$ROOT/artifact-$NAME"; fi
done <<<"$PATH_"`,
  },
  // By name, or all that a pattern names, into one folder: as with `merge-multiple`, which is the only way ours ask for it.
  'download-artifact': {
    inputs: { name: '', pattern: '', path: '.' },
    run: `mkdir -p "$PATH_"
if [ -n "$NAME" ]; then cp -R -- "$ROOT/artifact-$NAME/." "$PATH_"; exit; fi
for folder in "$ROOT"/artifact-$PATTERN; do
  if [ -d "$folder" ]; then cp -R -- "$folder/." "$PATH_"; fi
done`,
  },
};

function writeAction(folder: string, { inputs, run }: StandIn): string {
  const names = Object.keys(inputs);
  const env = Object.fromEntries(names.map((name) => [variable(name), `\${{ inputs.${name} }}`]));
  const steps = [{ shell: 'bash', env: { ...env, ROOT: path.dirname(folder) }, run }];
  const declared = names.map((name) => [name, { description: name, default: inputs[name] }]);
  const action = {
    name: 'stand-in',
    description: 'none',
    inputs: Object.fromEntries(declared) as unknown,
    runs: { using: 'composite', steps },
  };
  mkdirSync(folder, { recursive: true });
  // YAML takes JSON.
  writeFileSync(path.join(folder, 'action.yml'), JSON.stringify(action));
  return folder;
}

/** PATH is the shell's own. */
function variable(input: string): string {
  return input === 'path' ? 'PATH_' : input.toUpperCase().replaceAll('-', '_');
}

function unknownAction(reference: string): never {
  throw new Error(`nothing stands for ${reference} here`);
}
