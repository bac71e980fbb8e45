import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Prepared } from '../../lineage/gate/prepare.ts';
import { systemClock } from '../../kernel/clock.ts';
import { flag, list, text } from '../../kernel/fields.ts';
import { isUserError, UserError } from '../../kernel/user-error.ts';
import type { KnownCommits } from '../../ports/commits.ts';
import { currentLedger, currentRepository } from '../change.ts';
import { signedDrafts } from '../../runner/signatures.ts';
import { trustOf } from '../trust.ts';
import { defineVerb, type Terminal } from '../verb.ts';

export const recordVerb = defineVerb({
  name: 'record',
  positionals: 'FILE|-',
  summary: 'Writes lineage records: what a commit, image, job, weights or serving version was made of.',
  options: {
    results: {
      field: list,
      value: 'GLOB',
      multiple: true,
      help: 'Keep the rows of these files of an evaluation in the ledger, as a baseline for regression-gate; `policy` for those of the policy.',
    },
    commit: {
      field: text('a commit, branch or tag'),
      value: 'REF',
      help: 'Commit that was evaluated. Default: HEAD.',
    },
    signature: {
      field: list,
      value: 'FILE',
      multiple: true,
      help: 'Keep this signature of what the record made; it must be of somebody whom `signatures` of the policy on trunk names.',
    },
    remote: {
      field: text('a remote'),
      value: 'R',
      help: 'Remote, or address, that keeps the ledger. Default: origin.',
    },
    compact: {
      field: flag,
      help: 'Fold the inbox into the branch model-lineage, after writing FILE if one is given.',
    },
  },
  examples: [
    'model-gates record job.json',
    'echo \'{"inputs":[{"kind":"job","id":"job-7781"}],"outputs":[{"kind":"weights","id":"qwen3-vl-sft"}]}\' | model-gates record -',
    "model-gates record --results 'evals/*.jsonl' --commit main",
    'model-gates record job.json --signature models/qwen3-vl-sft/model.sig',
    'model-gates record --compact',
  ],
  async run({ remote, compact, results, commit, signature = [] }, [file], terminal) {
    if (file !== undefined && results !== undefined)
      throw new UserError('A file of records and --results say what to record in two ways', {
        help: 'Give one of them.',
      });
    const { appendRecords, compactInbox } = await import('#lib/lineage');
    const { log } = terminal;
    const ledger = await currentLedger(terminal, remote);
    try {
      if (signature.length > 0 && file === undefined)
        throw new UserError('--signature belongs to a record', { help: 'Name its file too.' });
      const prepared = await given(terminal, { file, results, commit, signature });
      if (prepared === undefined && compact === true)
        return { report: await compactInbox(ledger, { log, clock: systemClock }) };
      if (prepared === undefined)
        throw new UserError('Nothing to record was named', {
          help: 'Give a JSON file, or - for standard input, or --results.',
        });
      const report = await appendRecords(prepared, ledger);
      if (compact === true) await compactInbox(ledger, { log, clock: systemClock });
      return { report };
    } finally {
      await ledger.close();
    }
  },
});

interface Given {
  readonly file: string | undefined;
  readonly results: readonly string[] | undefined;
  readonly commit: string | undefined;
  /** Files of signatures. */
  readonly signature: readonly string[];
}

async function given(
  terminal: Terminal,
  { file, results, commit = 'HEAD', signature }: Given,
): Promise<Prepared | undefined> {
  if (results !== undefined) return evaluationOf(terminal, results, commit);
  return file === undefined ? undefined : recordsIn(terminal, file, signature);
}

/** Rows that a record names are read from beside its file, as record-lineage leaves both for a replay. */
async function recordsIn(terminal: Terminal, file: string, signature: readonly string[]): Promise<Prepared> {
  const { askCommits, prepareRecords, rowsBeside } = await import('#lib/lineage');
  const { cwd } = terminal;
  const { value, findings } = await signed(parse(await read(file, cwd), file), signature, terminal);
  const commits = await askCommits(value, [{ known: (shas) => knownHere(terminal, shas) }]);
  const prepared = prepareRecords(value, { ...(await surroundings(terminal)), commits });
  const beside = (name: string) => read(path.join(file === '-' ? '.' : path.dirname(file), name), cwd);
  const rows = await rowsBeside(prepared.records, (name) => beside(name).catch(() => undefined));
  return { ...prepared, findings: [...findings, ...prepared.findings], results: rows };
}

/** The records with the signatures of what they made. */
async function signed(value: unknown, files: readonly string[], terminal: Terminal) {
  if (files.length === 0) return { value, findings: [] };
  const bundles = await Promise.all(
    files.map(async (name) => ({ name, bytes: await read(name, terminal.cwd) })),
  );
  return signedDrafts(value, bundles, await trustOf({}, terminal));
}

/** By the clone in which the command was typed, and its remote. */
async function knownHere(terminal: Terminal, shas: readonly string[]): Promise<KnownCommits> {
  try {
    return await (await currentRepository(terminal)).knownCommits(shas);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return { trees: new Map(), unasked: error.message };
  }
}

/** What the files of an evaluation hold, as a record of the commit that was evaluated. */
async function evaluationOf(terminal: Terminal, globs: readonly string[], commit: string): Promise<Prepared> {
  const { askCommits, prepareRecords } = await import('#lib/lineage');
  const { resultsToRecord } = await import('#lib/regression');
  const repository = await currentRepository(terminal);
  const sha = await repository.resolve(commit);
  const evaluated = await resultsToRecord(repository.workingTree({ ignored: true }), globs);
  if (evaluated === undefined)
    throw new UserError('The policy names no evaluation results that are here', {
      help: 'Run the evaluation first, or name its files: --results GLOB.',
    });
  const { results, metrics, rows, findings } = evaluated;
  const draft = {
    inputs: [{ kind: 'commit', id: sha }],
    outputs: [{ kind: 'evaluation', id: `evaluation-${sha}` }],
    metrics,
    results,
  };
  const commits = await askCommits(draft, [{ known: repository.knownCommits }]);
  const prepared = prepareRecords(draft, { ...(await surroundings(terminal)), commits });
  return { ...prepared, findings: [...prepared.findings, ...findings], results: rows };
}

const maxBytes = 16 * 1024 * 1024;

async function read(file: string, cwd: string): Promise<Buffer> {
  try {
    return await readAll(file === '-' ? process.stdin : createReadStream(path.resolve(cwd, file)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} cannot be read: ${reason}`, {
      help: 'Give a JSON file, or - for standard input.',
      cause,
    });
  }
}

async function readAll(stream: AsyncIterable<string | Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > maxBytes) throw new Error(`more than ${maxBytes} bytes`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

function parse(bytes: Buffer, file: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new UserError(`${file} is not JSON: ${reason.slice(0, 200)}`, {
      help: 'Give one record, or a list of them (schema/lineage.schema.json).',
      cause,
    });
  }
}

async function surroundings({ environment }: Terminal) {
  const { userInfo } = await import('node:os');
  const user = (): string => {
    try {
      return userInfo().username;
    } catch {
      return 'unknown';
    }
  };
  return { at: new Date().toISOString(), by: environment['GITHUB_ACTOR'] || user() };
}
