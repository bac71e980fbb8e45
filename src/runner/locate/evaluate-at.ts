/** Runs the evaluation of the policy at commits of trunk, each in a folder of its own. */
import { mkdtemp, mkdir, rm, writeFile, access } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Repository } from '#lib/git';
import type { LocatePorts } from '#lib/locate';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import type { Logger } from '../../ports/index.ts';
import type { Policy } from '../../policy/index.ts';
import { columnsOf } from '../../regression/settings.ts';
import { scratchFolder } from '../scratch.ts';

export interface EvaluateSources {
  readonly repository: Repository;
  readonly policy: Policy;
  readonly log: Pick<Logger, 'info' | 'warning'>;
  /** Pattern with `{sha}` under which results are kept, and the folder that it is relative to; absent: they are not. */
  readonly keep?: { readonly pattern: string; readonly cwd: string } | undefined;
  /** Of the commit whose policy it is. */
  readonly tip: string;
  /** The runner's folder for files of this job. */
  readonly temp?: string | undefined;
}

/** Throws a UserError where the policy has no evaluation, or results cannot be kept under the pattern. */
export async function evaluateAt(sources: EvaluateSources): Promise<NonNullable<LocatePorts['further']>> {
  const { repository, policy, log, keep, tip } = sources;
  const { evaluate: command = '', pool } = policy.regression;
  if (command === '') throw noCommand();
  const nameOf = keep === undefined ? undefined : keptName(keep.pattern);
  const parent = sources.temp === undefined || sources.temp === '' ? tmpdir() : sources.temp;
  const scratch = scratchFolder(parent);
  const { evaluateCommit, readPool } = await import('#lib/locate');
  const { commands } = await import('#lib/git');
  const how = { command, columns: columnsOf(policy.regression), extension: extensionOf(keep?.pattern) };
  let run = 0;
  return {
    pool: () => readPool(pool, repository.tree(tip)),
    progress: (line) => log.info(line),
    evaluate: (sha, ids, timeoutMs) =>
      checkedOut(repository, sha, parent, async (cwd) => {
        run++;
        const ports = { commands, now: Date.now };
        const name = `${sha}-${run}`;
        const answer = await evaluateCommit({ ...how, ids, name, timeoutMs, cwd }, ports, scratch);
        if (typeof answer === 'string' || keep === undefined || nameOf === undefined)
          return typeof answer === 'string' ? answer : answer.set;
        if (answer.fits) await writeNew(path.resolve(keep.cwd), nameOf, sha, answer.bytes);
        else
          log.warning(
            `locate: results of ${sha} are not kept: {out} was written in another format than ${how.extension}`,
          );
        return answer.set;
      }),
  };
}

function noCommand(): UserError {
  return new UserError('There is nothing to evaluate merges with: the policy has no regression.evaluate.', {
    help: 'Write the command into .github/model-gates.yml: `regression: { evaluate: "python eval.py --ids {ids} --out {out}" }`; or leave the budget out, and the answer is made of what is recorded.',
  });
}

/** The commit in a folder that is gone afterwards; a sentence where it cannot be checked out. */
async function checkedOut<T>(
  repository: Repository,
  sha: string,
  parent: string,
  use: (folder: string) => Promise<T>,
): Promise<T | string> {
  const made = await mkdtemp(path.join(parent, 'model-gates-locate-'));
  const remove = () => rm(made, { recursive: true, force: true, maxRetries: 3 });
  try {
    const folder = path.join(made, 'tree');
    const forget = await repository.checkOut(sha, folder).catch((error: unknown) => {
      if (isUserError(error)) return error.message;
      throw error;
    });
    if (typeof forget === 'string') return forget;
    try {
      return await use(folder);
    } finally {
      forget();
    }
  } finally {
    await remove();
  }
}

/** From a SHA to the file in which its results are kept, so that the pattern finds it again. */
function keptName(pattern: string): (sha: string) => string {
  if (/[?[]/.test(pattern))
    throw new UserError(`Results of further evaluations cannot be kept under ${pattern}`, {
      help: "Give --results a pattern without ? and [: 'results/{sha}.jsonl', 'results/{sha}/*.jsonl'.",
    });
  const plain = pattern.replaceAll('**/', '').replaceAll(/\*+/g, 'located');
  return (sha) => plain.replaceAll('{sha}', sha);
}

/** What a command may be asked to write: its name shows it the format. */
function extensionOf(pattern = ''): string {
  return /\.(?:jsonl?|csv|tsv)$/i.exec(pattern)?.[0].toLowerCase() ?? '.json';
}

const fewestDigits = 12;

/** Never over what is there: of a second evaluation the SHA in the name is a digit shorter. */
async function writeNew(
  cwd: string,
  nameOf: (sha: string) => string,
  sha: string,
  bytes: Uint8Array,
): Promise<void> {
  for (let digits = sha.length; digits >= fewestDigits; digits--) {
    const file = path.resolve(cwd, nameOf(sha.slice(0, digits)));
    if (
      await access(file).then(
        () => true,
        () => false,
      )
    )
      continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes, { flag: 'wx' });
    return;
  }
}
