/** Each candidate against what serves: its verdict for the board, and a page of its own beside it. */
import { boardRules } from '../rules.ts';
import type { Board, Candidate } from '../index.ts';
import type { Finding } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { CorrectionRights, LedgerSnapshot } from '../../ports/ledger.ts';
import type { DiffPorts } from '../../lineage/gate/diff.ts';
import type { ComparisonSettings } from '../../policy/settings.ts';
import type { RunSource } from '../../lineage/gate/verify.ts';

export interface ComparingPorts {
  /** Who may correct records of others; without it, nobody. */
  readonly rights?: CorrectionRights;
  /** What GitHub knows of workflow runs; without it all that records say of their writing is a claim. */
  readonly runs?: RunSource;
  /** Writes a page beside the board, under a name such as `compare/a.html`; without it no candidate has a page of its own. */
  beside?(name: string, page: string): Promise<unknown>;
  /** The code of both versions, opened where there is a candidate; without it what differs in code is not compared. */
  code?(): Promise<Pick<DiffPorts, 'compare' | 'commits' | 'lines'>>;
  /** Milliseconds since the epoch. */
  now(): number;
}

interface Comparing extends ComparingPorts {
  readonly snapshot: LedgerSnapshot;
  readonly by: ComparisonSettings;
}

interface Compared {
  readonly board: Board;
  /** What could not be compared. */
  readonly findings: readonly Finding[];
}

/** Nothing is loaded where there is no candidate. */
export async function withComparisons(board: Board, ports: Comparing): Promise<Compared> {
  const { shown, total } = board.candidates;
  if (ports.beside === undefined || shown.length === 0) return { board, findings: [] };
  const findings: Finding[] = [];
  const compared: Candidate[] = [];
  for (const [at, candidate] of shown.entries())
    try {
      compared.push(await withPage(candidate, at, board, ports));
    } catch (error) {
      if (!isUserError(error)) throw error;
      compared.push(candidate);
      findings.push(notCompared(candidate, error.message, error.help));
    }
  return { board: { ...board, candidates: { shown: compared, total } }, findings };
}

async function withPage(
  candidate: Candidate,
  at: number,
  { name, url, builtAt }: Board,
  { beside, snapshot, code, by, ...reading }: Comparing,
): Promise<Candidate> {
  const { compareVersions, settingsBy, pageOf } = await import('#lib/compare');
  const request = {
    baseline: `serving:${candidate.against}`,
    candidate: `weights:${candidate.id}`,
    settings: settingsBy(by),
  };
  const report = await compareVersions(request, {
    ledger: { snapshot: () => Promise.resolve(snapshot) },
    ...reading,
    ...codeOf(await code?.()),
  });
  const page = pageName(candidate.id, at);
  await beside?.(page, pageOf(report, { name, home: url, madeAt: builtAt }));
  return { ...candidate, compared: { verdict: report.facts.verdict, title: report.title, page } };
}

/** Of all that sources of code bring no more than a comparison asks. */
function codeOf({ compare, commits, lines }: Pick<DiffPorts, 'compare' | 'commits' | 'lines'> = {}) {
  return {
    ...(compare !== undefined && { compare }),
    ...(commits !== undefined && { commits }),
    ...(lines !== undefined && { lines }),
  };
}

/** Ids of the ledger may hold anything: only what a file's name surely may is kept, and a number tells alike ones apart. */
export function pageName(id: string, at: number): string {
  const plain = id
    .replaceAll(/[^\w]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80);
  return `compare/${plain === '' ? 'candidate' : plain}-${at + 1}.html`;
}

function notCompared({ id, against }: Candidate, reason: string, help?: string): Finding {
  return boardRules['not-compared'].finding({
    message: `${id} was not compared with ${against}: ${reason}`,
    help: help ?? 'Run `model-gates compare` on both by hand.',
  });
}
