/** What gates and evaluations say of a version. */
import {
  byTime,
  nodeText,
  sameNode,
  type LineageNode,
  type LineageRecord,
  type LineageVerdict,
} from '../../lineage/index.ts';
import { commitsIn, short, type Evidence, type Known } from './model.ts';

interface Word {
  readonly node: LineageNode;
  readonly at: string;
  readonly verdict: LineageVerdict;
}

/** The last verdict of a gate on each link of the chain. */
function lastWords(gate: string, { chain, records }: Known): Word[] {
  const words = records
    .toSorted(byTime)
    .flatMap((record) =>
      (record.verdicts ?? [])
        .filter((one) => one.gate === gate)
        .flatMap((verdict) => judgedNodes(record).map((node) => ({ node, at: record.at, verdict }))),
    );
  return chain.flatMap((link) => words.findLast(({ node }) => sameNode(node, link)) ?? []);
}

/** What a record's verdicts are about: what it was given where it says a verdict of it, else what it made. */
function judgedNodes({ inputs, outputs }: LineageRecord): readonly LineageNode[] {
  return outputs.some(({ kind }) => kind === 'verdict') ? inputs : outputs;
}

/** Whether a gate has passed, or was lifted, on all that the version was made of. */
export function gatePiece(gate: string, known: Known): Evidence {
  const words = lastWords(gate, known);
  const bad = words.find(({ verdict: { verdict } }) => verdict === 'fail' || verdict === 'inconclusive');
  if (bad !== undefined)
    return {
      name: gate,
      state: 'wrong',
      says: `${gate} said ${bad.verdict.verdict} of ${nodeText(bad.node)} on ${bad.at.slice(0, 10)}`,
      help: 'Promote a version that passed.',
    };
  const good = words.filter(({ verdict: { verdict } }) => verdict === 'pass' || verdict === 'exempt');
  const bare = good.some(({ node }) => sameNode(node, known.version.artifact))
    ? undefined
    : known.chain.find((link) => link.kind === 'commit' && !good.some(({ node }) => sameNode(node, link)));
  if (good.length === 0 || bare !== undefined)
    return {
      name: gate,
      state: 'missing',
      says: `no verdict of ${gate} is recorded for ${bare === undefined ? known.version.artifact.id : nodeText(bare)}`,
      help: 'Run the gate on that commit, and record what it says (`record-results`, or record-lineage with its report).',
    };
  return {
    name: gate,
    state: 'there',
    says: good.map(({ verdict, node }) => saidOf(verdict, node)).join('; '),
  };
}

function saidOf(
  { verdict, exempted_by: by, exempted_sha: sha, reason }: LineageVerdict,
  node: LineageNode,
): string {
  if (verdict !== 'exempt') return `${verdict} on ${nodeText(node)}`;
  return `exempted${by === undefined ? '' : ` by ${by}`}${sha === undefined ? '' : ` on ${short(sha)}`}${reason === undefined ? '' : ` (${reason.slice(0, 100)})`}`;
}

/** Of the weights only what was measured on them counts; of an image also what was measured on its commit. */
export function evaluationPiece({ version: { artifact }, chain, records }: Known): Evidence {
  const evaluations = records.filter(({ outputs }) => outputs.some(({ kind }) => kind === 'evaluation'));
  const own = evaluations.filter(({ inputs }) => inputs.some((input) => sameNode(input, artifact)));
  const commits = artifact.kind === 'image' ? chain.filter(({ kind }) => kind === 'commit') : [];
  const found = [
    ...own,
    ...evaluations.filter(({ inputs }) =>
      inputs.some((input) => commits.some((link) => sameNode(link, input))),
    ),
  ];
  const [last] = found.toSorted((a, b) => byTime(b, a));
  if (last !== undefined)
    return { name: 'evaluation', state: 'there', says: `of ${last.at.slice(0, 10)} by ${last.by}` };
  const other = evaluations
    .flatMap(({ inputs }) => inputs)
    .find(({ kind, id }) => kind === artifact.kind && id === artifact.id);
  if (other !== undefined)
    return {
      name: 'evaluation',
      state: 'wrong',
      says: `what was evaluated as ${artifact.id} has another digest: ${other.digest ?? 'none'}`,
      help: 'Evaluate what is to be deployed.',
    };
  return {
    name: 'evaluation',
    state: 'missing',
    says: `no evaluation of ${nodeText(artifact)} is recorded`,
    help: 'Evaluate it, and record that: record-lineage with `to: evaluation …`.',
  };
}

/** Hotfixes among its commits that were merged before their evaluation. */
export function owedPiece({ chain, owed }: Known): Evidence {
  const name = 'exemptions';
  if (typeof owed === 'string')
    return {
      name,
      state: 'missing',
      says: `whether an evaluation is owed cannot be read: ${owed}`,
      help: 'Give the job `contents: read`, and run it again.',
    };
  const commits = commitsIn(chain);
  const own = owed.filter(({ sha }) => commits.includes(sha));
  const failed = own.find(({ verdict }) => verdict === 'fail');
  if (failed !== undefined)
    return {
      name,
      state: 'wrong',
      says: `the evaluation that hotfix ${short(failed.sha)} owed has failed`,
      help: 'Promote a version that passed.',
    };
  const open = own.find(({ state }) => state !== 'paid');
  if (open === undefined) return { name, state: 'there', says: 'none is unpaid' };
  return {
    name,
    state: 'missing',
    says: `hotfix ${short(open.sha)} still owes its evaluation, due ${open.due}`,
    help: 'Evaluate it in full, and record what came of it.',
  };
}
