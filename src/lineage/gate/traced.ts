import { lineageRules } from '../rules.ts';
import type { SameCommit } from '../../ports/branches.ts';
import type { CorrectionRights, Ledger } from '../../ports/ledger.ts';
import type { WitnessedStates } from '../../ports/ledger-states.ts';
import type { LineSource } from '../../ports/lines.ts';
import type { Signatures } from '../../ports/signatures.ts';
import { inOrder, sameNode, walk, type Walk } from '../chain/walk.ts';
import { walkFindings, nodeText, notOnTrunk, notWhole } from '../findings.ts';
import type { ComparePorts } from './compared.ts';
import { detailsUnread } from './details-unread.ts';
import { signersOf } from './signers.ts';
import { verifier, type RunSource } from './verify.ts';
import { type ChainLink, type CommitFacts, chainLinks, makersIn } from '../chain/chain.ts';
import { groupBy } from '../../kernel/group.ts';
import type { LineageNode } from '../record/model.ts';
import type { Finding } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { RecordReader } from './reader.ts';
import { startNodes } from './start-nodes.ts';
import { movedCommits, rewritten } from './rewritten.ts';
import { latestServing } from '../chain/previous.ts';

/** Commits of one chain that are looked up. */
const maxCommits = 20;

/** What git and GitHub can tell beside the ledger. Every call may throw a UserError; then the chain stands without it. */
export interface CommitSource {
  describe(sha: string): Promise<CommitFacts>;
  /** Full SHA of the commit that a branch, tag or SHA names. */
  resolve?(name: string): Promise<string>;
  /** Full SHA of a commit's tree; `undefined` where that is not known. */
  tree?(sha: string): Promise<string | undefined>;
  /** Full SHA of a commit that has this tree, by its full SHA; `undefined` where none is known. */
  ofTree?(tree: string): Promise<string | undefined>;
  /** A file of a commit; `undefined` where it has none of that path. */
  read?(sha: string, path: string): Promise<Uint8Array | undefined>;
  /** Other commits of its pull request, by full SHA. */
  beside?(sha: string): Promise<readonly string[]>;
  /** Of the candidates, by full SHA, those that are the same commit under another name. */
  same?(sha: string, candidates: readonly string[]): Promise<readonly SameCommit[]>;
}

export interface Traced {
  readonly start: readonly LineageNode[];
  readonly up: Walk;
  readonly down: Walk;
  readonly chain: readonly ChainLink[];
  readonly uses: readonly ChainLink[];
  readonly findings: readonly Finding[];
}

/** Both directions from an id; `undefined` where nothing has it. */
export async function traceFrom(
  id: string,
  reader: RecordReader,
  ports: Pick<TracePorts, 'commits' | 'runs' | 'signatures' | 'now'>,
): Promise<Traced | undefined> {
  const found = await currentVersion(id, await startNodes(id, reader), reader);
  const other =
    found.length > 0 ? await movedCommits(found, reader) : await rewritten(id, reader, ports.commits);
  const { start, findings: several } = distinctStart([...found, ...other.nodes]);
  if (start.length === 0) return undefined;
  // One commit under several names is no doubt about which is meant.
  const findings = other.findings.length > 0 ? other.findings : several;
  const [up, down] = [
    await walk(start, 'up', reader.mentioning),
    await walk(start, 'down', reader.mentioning),
  ];
  const described = await describeCommits(up, ports.commits);
  const [upwards, downwards] = [inOrder(up, 'up'), inOrder(down, 'down').filter(({ depth }) => depth > 0)];
  const { verify, findings: unconfirmed } = verifier(ports.runs, ports.now);
  const verified = await verify(makersIn([...upwards, ...downwards]));
  const signed = await signersOf([...upwards, ...downwards], ports.signatures);
  return {
    start,
    up,
    down,
    chain: chainLinks(upwards, described.facts, verified, signed.signers),
    uses: chainLinks(downwards, new Map(), verified, signed.signers),
    findings: [
      ...findings,
      ...described.findings,
      ...notOnTrunk(described.facts),
      ...unconfirmed(),
      ...signed.findings,
      ...walkFindings(up, new Date(ports.now()).toISOString()),
      ...notWhole(down),
    ],
  };
}

/** The name of a service stands for the version that was deployed last. */
export async function currentVersion(
  id: string,
  nodes: readonly LineageNode[],
  reader: RecordReader,
): Promise<readonly LineageNode[]> {
  if (nodes.length < 2 || nodes.some(({ kind, service }) => kind !== 'serving' || service !== id))
    return nodes;
  const mentions = await reader.mentioning(nodes);
  const latest = latestServing(mentions.flat(), id);
  return nodes.filter((node) => latest !== undefined && sameNode(node, latest)).slice(0, 1);
}

/** An id without its digest stands for what it named last; several artifacts of one name are all followed, and reported. */
function distinctStart(nodes: readonly LineageNode[]): {
  start: readonly LineageNode[];
  findings: readonly Finding[];
} {
  const groups = groupBy(nodes, ({ kind, id }) => `${kind} ${id}`);
  const start = [...groups.values()].flatMap((same): LineageNode[] => {
    const [first] = same;
    if (first === undefined) return [];
    const digests = new Set(same.map(({ digest }) => digest).filter((digest) => digest !== undefined));
    if (digests.size > 1) return [{ kind: first.kind, id: first.id }];
    return [same.find(({ digest }) => digest !== undefined) ?? first];
  });
  if (start.length < 2) return { start, findings: [] };
  const names = start.slice(0, 10).map(nodeText).join('; ');
  const finding: Finding = lineageRules['ambiguous-link'].finding({
    message: `${start.length} artifacts have this name: ${names}; all were followed`,
    help: 'Name one with its kind in front, such as image:NAME, or by its digest.',
  });
  return { start, findings: [finding] };
}

export async function describeCommits(up: Walk, source: CommitSource | undefined) {
  const facts = new Map<string, CommitFacts>();
  const findings: Finding[] = [];
  const shas = up.steps.filter(({ node }) => node.kind === 'commit').map(({ node }) => node.id);
  for (const sha of source === undefined ? [] : shas.slice(0, maxCommits)) {
    try {
      const told = await source?.describe(sha);
      if (told !== undefined) facts.set(sha, told);
    } catch (error) {
      if (!isUserError(error)) throw error;
      findings.push(
        detailsUnread(`commit ${sha.slice(0, 8)} could not be read: ${error.message}`, error.help),
      );
    }
  }
  return { facts, findings };
}

export interface TracePorts extends ComparePorts {
  readonly ledger: Pick<Ledger, 'snapshot'>;
  readonly commits?: CommitSource;
  readonly lines?: LineSource;
  /** What GitHub knows of workflow runs; without it all that records say of their writing is a claim. */
  readonly runs?: RunSource;
  /** Signatures of artifacts; without it none is verified. */
  readonly signatures?: Signatures;
  /** Who may correct records of others; without it, nobody. */
  readonly rights?: CorrectionRights;
  /** What runs of trunk saw of the ledger. */
  readonly states?: WitnessedStates;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}
