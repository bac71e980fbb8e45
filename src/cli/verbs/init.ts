import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Repository } from '#lib/git';
import { choice, flag, list, text } from '../../kernel/fields.ts';
import { type Choices, defaultChoices, type InitPart, parts, questions } from '../../init/choices.ts';
import type { InitFile } from '../../init/file.ts';
import { kept, needs } from '../../init/needs.ts';
import { recordedOf } from '../../init/recorded.ts';
import { editorSchemaPath, editorSettingsPath } from '../../init/editor.ts';
import { policySections } from '../../init/rules.ts';
import { policyPath } from '../../policy/index.ts';
import { recordedEvaluations } from '../../runner/ledger/recorded-evaluations.ts';
import { writePage } from '../../runner/publish/write-page.ts';
import { yesOrNo } from '../ask.ts';
import { currentLedger, currentRepository } from '../change.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const initVerb = defineVerb({
  name: 'init',
  asks: true,
  summary:
    'Writes a first policy, parameter registry and pull-request workflow from what the repository holds, and more by options.',
  options: {
    all: {
      field: flag,
      help: 'Set up everything: --merge, --nightly, --hotfix, --branches, --labels and --editor.',
    },
    merge: { field: flag, help: 'A workflow for each merge: version tag, lineage, training.' },
    nightly: {
      field: flag,
      help: 'A workflow for each night: trunk into open branches, age, cleaning up, board.',
    },
    hotfix: { field: flag, help: 'Hotfixes: approved by a release manager, evaluated within 24 hours.' },
    branches: {
      field: flag,
      help: 'Rules for branches: names, a warning after 24 hours, an error after 72.',
    },
    labels: { field: flag, help: 'A label with which release managers skip a full evaluation.' },
    editor: { field: flag, help: 'Settings with which VS Code completes and checks configs.' },
    mode: {
      field: choice(['paired', 'strict'] as const),
      value: 'MODE',
      help: 'paired (default): a drop counts where the paired samples show it. strict: every drop of 0.5 points blocks, and so do 21 to 36 of 100 harmless changes.',
    },
    'release-managers': {
      field: list,
      value: 'WHO',
      multiple: true,
      help: 'Who may lift gates and approve hotfixes: logins, organization/team, or a permission. Default: maintain.',
    },
    deploy: {
      field: text('a workflow'),
      value: 'FILE',
      help: 'The workflow that deploys a hotfix. Default: deploy.yml.',
    },
    trunk: {
      field: text('a branch'),
      value: 'NAME',
      help: 'The main branch. Default: the remote’s, else main or master, else the one that is checked out.',
    },
    force: { field: flag, help: 'Replace files that are there already.' },
    'dry-run': { field: flag, help: 'Say what would be written, and write nothing.' },
  },
  examples: [
    'model-gates init --dry-run',
    'model-gates init',
    'model-gates init --all --release-managers acme/release',
  ],
  async run(values, _positionals, terminal) {
    const repository = await currentRepository(terminal);
    const { branch } = await repository.head();
    const trunk = values.trunk ?? (await repository.remoteBranches.main()) ?? branch ?? 'main';
    const named = parts.filter((part) => values.all === true || values[part] === true);
    const choices: Choices = {
      parts: new Set(named.length > 0 ? named : await asked()),
      mode: values.mode ?? defaultChoices.mode,
      managers: values['release-managers'] ?? defaultChoices.managers,
      deploy: values.deploy ?? defaultChoices.deploy,
    };
    const lines: string[] = [];
    const kept = new Map<string, { text: string; content: string }>();
    const recorded = await recordedOnTrunk(terminal, repository, trunk);
    const { initialFiles } = await import('../../init/init.ts');
    for (const file of await initialFiles(repository.workingTree(), trunk, choices, recorded)) {
      const place = path.join(repository.root, file.path);
      const state = await stateOf(place, file, values.force === true);
      const isWritten = state === 'new' || state === 'changed';
      if (isWritten && values['dry-run'] !== true) await writePage(place, file.content, repository.root);
      if (state === 'kept')
        kept.set(file.path, { text: await readFile(place, 'utf8').catch(() => ''), content: file.content });
      lines.push(line(file, state, values['dry-run'] === true), ...(state === 'kept' ? [] : details(file)));
    }
    return {
      text: [...lines, ...lacking(kept, choices), ...advice(trunk, choices)]
        .map((one) => `${one}\n`)
        .join(''),
    };
  },
});

/** What the ledger has of trunk's evaluations; the ledger is closed again. */
async function recordedOnTrunk(terminal: Terminal, repository: Repository, trunk: string) {
  const evaluations = recordedEvaluations(repository, () => currentLedger(terminal), {});
  try {
    return await recordedOf(() => repository.resolve(trunk), evaluations);
  } finally {
    await evaluations.close();
  }
}

/** Asks a person; without one the defaults hold. */
async function asked(): Promise<InitPart[]> {
  const answers = await yesOrNo(parts.map((part) => questions[part].ask));
  return parts.filter((_, index) => answers[index] === true);
}

type State = 'new' | 'changed' | 'same' | 'kept';

/** A file that init itself wrote, with other answers, is replaced; one that a person changed is not. */
async function stateOf(place: string, file: InitFile, force: boolean): Promise<State> {
  const there = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    // what is there and no file is kept, or refused where it is to be replaced
    return error.code === 'ENOENT' ? undefined : '';
  });
  if (there === undefined) return 'new';
  if (there === file.content) return 'same';
  return force || file.variants?.includes(there) === true ? 'changed' : 'kept';
}

function line({ path: name, note }: InitFile, state: State, isDry: boolean): string {
  if (state === 'same') return `same    ${name}  (as it would be written)`;
  if (state === 'kept') return `kept    ${name}  (there already; --force replaces it)`;
  return `${isDry ? 'would write' : 'wrote  '} ${name}  (${note})`;
}

function details({ details: sentences = [] }: InitFile): string[] {
  return sentences.map((sentence) => `        - ${sentence}`);
}

/** What a file of init would say and the one that a person wrote does not. */
function lacking(
  files: ReadonlyMap<string, { readonly text: string; readonly content: string }>,
  choices: Choices,
): string[] {
  const policy = files.get(policyPath);
  const sections = policy === undefined ? '' : looksLacking(policy) + policySections(choices, policy.text);
  const settings = files.get(editorSettingsPath);
  const isSet = settings === undefined || settings.text.includes(editorSchemaPath);
  return [...toAdd(policyPath, sections), ...toAdd(editorSettingsPath, isSet ? '' : settings.content)];
}

/** Looks that there are samples for; who chose the bare threshold, or looks, has decided. */
function looksLacking({ text: there, content }: { readonly text: string; readonly content: string }): string {
  const lines = content.split('\n').filter((one) => /^ {2}(looks|sampling): /.test(one));
  const isDecided = /^\s*(looks:|mode: strict\b)/m.test(there);
  return isDecided || lines.length === 0 ? '' : `regression:\n${lines.join('\n')}\n`;
}

function toAdd(file: string, text: string): string[] {
  const lines = text.trim().split('\n');
  if (text.trim() === '') return [];
  return ['', `${file} was kept. Add to it what it does not say yet:`, ...lines.map((one) => `  ${one}`)];
}

function advice(trunk: string, choices: Choices): string[] {
  return [
    '',
    'These rules hold once that is merged:',
    ...kept(choices).map((text) => `  - ${text}`),
    '',
    'It needs:',
    ...needs(trunk, choices).map((text) => `  - ${text}`),
    '',
    `Next: model-gates check --base ${trunk}`,
  ];
}
