import type { ChangeSet, FileTree } from '../../ports/index.ts';
import { allFindings, type Report } from '../../report/model.ts';
import type { RenderOptions } from '../../report/options.ts';
import { asideOf } from '../../policy/index.ts';
import type { RunnerEnvironment } from '../environment.ts';
import { rulesUrl } from '../../kernel/product.ts';

/** Where a report goes beyond the step itself, and what it may link to. */
export interface Channels {
  readonly render?: RenderOptions;
  readonly github?: GitHubChannels;
  /** Absent where nobody asked for suggestions. */
  readonly suggest?: Suggesting;
}

/** `not`: why there are none. */
export type Suggesting =
  | {
      readonly pull: number;
      /** The judged commit. */
      readonly sha: string;
      /** Text of one of its files; `undefined` where there is none that can be read. */
      read(file: string): Promise<string | undefined>;
    }
  | { readonly not: string };

export interface GitHubChannels {
  readonly token: string;
  readonly apiUrl: string;
  readonly repository: string;
  /** The pull request that carries the comment. */
  readonly comment?: number;
  /** The commit that carries the check. */
  readonly check?: string;
  /** Stands behind the check's name in brackets, so that it cannot satisfy the required one. */
  readonly aside?: string;
}

/** Files of the head commit, where findings name any. */
export async function headFiles(
  { head }: ChangeSet,
  report: Report,
): Promise<ReadonlySet<string> | undefined> {
  const named = allFindings(report).some(({ file }) => file !== undefined);
  return named ? new Set(await head.list()) : undefined;
}

/** The channels of an action that judges a change. A fork's token may only read: its reports stay in the summary. `files`: of the head. */
export function changeChannels(
  environment: RunnerEnvironment,
  inputs: {
    readonly token?: string | undefined;
    readonly comment: boolean;
    readonly checkRun: boolean;
    readonly suggest?: boolean;
    /** By the policy. */
    readonly trunk: string | undefined;
  },
  change: ChangeSet,
  files?: ReadonlySet<string>,
): Channels {
  const { event, repository, serverUrl, apiUrl, runId } = environment;
  const url = `${serverUrl}/${repository}`;
  const sha = change.head.sha;
  const render = {
    ...(sha === undefined ? {} : { source: { url, sha, ...(files !== undefined && { files }) } }),
    ...(runId === undefined ? {} : { runUrl: `${url}/actions/runs/${runId}` }),
    rulesUrl,
    fullReport: 'the file that the output report names',
  };
  const pull = event.pullRequest;
  const suggest = inputs.suggest === true ? { suggest: suggesting(pull, inputs.token, change) } : {};
  if (inputs.token === undefined || pull?.fork === true) return { render, ...suggest };
  const comment = inputs.comment && pull !== undefined ? { comment: pull.number } : {};
  const check = inputs.checkRun && sha !== undefined ? { check: sha } : {};
  const aside = asideOf(event, inputs.trunk === undefined ? {} : { trunk: inputs.trunk });
  const beside = aside === undefined ? {} : { aside };
  return {
    render,
    github: { token: inputs.token, apiUrl, repository, ...comment, ...check, ...beside },
    ...suggest,
  };
}

function suggesting(
  pull: { readonly number: number; readonly fork: boolean } | undefined,
  token: string | undefined,
  { head }: ChangeSet,
): Suggesting {
  if (pull === undefined || head.sha === undefined)
    return { not: 'this event is not one of a pull request.' };
  if (pull.fork) return { not: 'the token of a pull request from a fork may only read.' };
  if (token === undefined) return { not: 'there is no token; give the action `github-token`.' };
  return { pull: pull.number, sha: head.sha, read: (file) => textOf(head, file) };
}

async function textOf(tree: FileTree, file: string): Promise<string | undefined> {
  try {
    const bytes = await tree.read(file, longestText);
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Bytes. Whoever edits a larger file does not do it in the browser. */
const longestText = 2 ** 20;
