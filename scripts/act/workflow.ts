/** One run of a workflow under act, on this machine, without Docker and without network. */
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Annotation } from '../demo/annotation.ts';
import type { Event } from '../demo/events.ts';
import { hostEnvironment } from '../demo/git.ts';

export interface WorkflowRequest {
  readonly act: string;
  /** The commit's checkout: act takes it over where the workflow says actions/checkout. */
  readonly checkout: string;
  readonly workflow: string;
  readonly event: Event;
  /** Folder that stands for model-gates/model-gates@v1. */
  readonly published: string;
  /** `owner/name@ref` → folder that stands for it. */
  readonly standIns?: Readonly<Record<string, string>>;
  /** Folder for act's own files. */
  readonly scratch: string;
  readonly env: Readonly<Record<string, string>>;
  /** Folder of programs that come before those of the machine. */
  readonly programs?: string;
  /** GitHub's API on loopback, and the secrets of the repository; without it a workflow has neither a token nor an API. */
  readonly forge?: { readonly apiUrl: string; readonly secrets: Readonly<Record<string, string>> };
}

export interface WorkflowRun {
  /** Of the job that ended last. */
  readonly result: string;
  /** Jobs that did not succeed, each with its result. */
  readonly failed: readonly string[];
  readonly annotations: readonly Annotation[];
  /** Outputs of the step with this id. */
  outputs(step: string): Readonly<Record<string, string>>;
  readonly summary: string;
  /** Everything that was printed. */
  readonly log: string;
}

/** Rejects when act itself does not run. The API of the run lives in this process, so it is not waited for in a blocking way. */
export async function runWorkflow(request: WorkflowRequest): Promise<WorkflowRun> {
  const payload = path.join(request.scratch, 'event.json');
  writeFileSync(payload, JSON.stringify(request.event.payload));
  const act = spawn(request.act, argumentsOf(request, payload), {
    cwd: request.checkout,
    env: environmentOf(request),
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 300_000,
  });
  const chunks: Buffer[] = [];
  for (const stream of [act.stdout, act.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve, reject) => {
    act.once('close', resolve);
    act.once('error', (error) => {
      reject(new Error(`act did not run: ${error.message}`));
    });
  });
  return readLog(Buffer.concat(chunks).toString());
}

function argumentsOf(
  { workflow, event, published, scratch, standIns = {}, forge }: WorkflowRequest,
  payload: string,
): string[] {
  const api = forge === undefined ? [] : [`--env=GITHUB_API_URL=${forge.apiUrl}`];
  const secrets = Object.entries(forge?.secrets ?? {}).map(([name, value]) => `--secret=${name}=${value}`);
  return [
    event.name,
    `--workflows=${workflow}`,
    `--eventpath=${payload}`,
    '--platform=ubuntu-latest=-self-hosted',
    `--local-repository=model-gates/model-gates@v1=${published}`,
    ...Object.entries(standIns).map(([name, folder]) => `--local-repository=${name}=${folder}`),
    `--action-cache-path=${path.join(scratch, 'act')}`,
    '--action-offline-mode',
    ...api,
    ...secrets,
    '--no-cache-server',
    '--json',
  ];
}

/**
 * In host mode act takes `node` from PATH: this very Node, which is the runners' version.
 * A home of its own, so that no settings of the machine's user apply; no token, whatever the machine holds.
 */
function environmentOf({ env, scratch, programs = '' }: WorkflowRequest): Record<string, string | undefined> {
  const folders = [programs, path.dirname(process.execPath), process.env['PATH']];
  const search = folders.filter(Boolean).join(path.delimiter);
  const home = { HOME: scratch, USERPROFILE: scratch, XDG_CONFIG_HOME: scratch, XDG_CACHE_HOME: scratch };
  return {
    ...hostEnvironment(),
    ...env,
    ...home,
    PATH: search,
    GITHUB_TOKEN: undefined,
    GH_TOKEN: undefined,
  };
}

type Entry = Readonly<Record<string, unknown>>;

/** act's JSON log: one object a line; lines of its own beside them are kept in the log only. */
function readLog(log: string): WorkflowRun {
  const entries = log.split('\n').flatMap(readEntry);
  const last = entries.findLast((entry) => typeof entry['jobResult'] === 'string');
  return {
    result: text(last, 'jobResult'),
    failed: entries
      .filter((entry) => typeof entry['jobResult'] === 'string' && entry['jobResult'] !== 'success')
      .map((entry) => `${text(entry, 'job')}: ${text(entry, 'jobResult')}`),
    annotations: entries.flatMap(readAnnotation),
    outputs: (step) =>
      Object.fromEntries(
        entries
          .filter((entry) => isOutputOf(entry, step))
          .map((entry) => [text(entry, 'name'), text(entry, 'arg')]),
      ),
    summary: entries
      .filter((entry) => entry['command'] === 'summary')
      .map((entry) => text(entry, 'content'))
      .join('\n'),
    log,
  };
}

function readEntry(line: string): Entry[] {
  if (!line.startsWith('{')) return [];
  try {
    return [JSON.parse(line) as Entry];
  } catch {
    return [];
  }
}

function isOutputOf(entry: Entry, step: string): boolean {
  const ids = entry['stepID'];
  return entry['command'] === 'set-output' && Array.isArray(ids) && ids.includes(step);
}

function readAnnotation(entry: Entry): Annotation[] {
  const level = entry['command'];
  if (level !== 'error' && level !== 'warning' && level !== 'notice') return [];
  const properties = entry['kvPairs'] as Entry | undefined;
  return [
    {
      level,
      title: text(properties, 'title'),
      file: text(properties, 'file'),
      line: Number(text(properties, 'line')),
      column: Number(text(properties, 'col')),
      message: text(entry, 'arg'),
    },
  ];
}

function text(entry: Entry | undefined, key: string): string {
  const value = entry?.[key];
  return typeof value === 'string' ? value : '';
}
