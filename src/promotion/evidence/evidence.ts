/** What must be known of a version before it serves, piece by piece. */
import { nodeText, type LineageNode } from '../../lineage/index.ts';
import type { Target } from '../../policy/index.ts';
import { enumerate } from '../../kernel/text.ts';
import { commitsIn, short, type Answer, type Evidence, type Known } from './model.ts';
import { evaluationPiece, gatePiece, owedPiece } from './verdicts.ts';

/** Every piece that the target requires, whether it is there or not. */
export function evidenceFor(target: Target, known: Known): readonly Evidence[] {
  const extra = new Set(target.requires);
  const gates = target.requires.filter((name) => !(name in special));
  return [
    chainPiece(known),
    trunkPiece(known),
    digestPiece(known),
    ...gates.map((gate) => gatePiece(gate, known)),
    evaluationPiece(known),
    owedPiece(known),
    ...Object.entries(special).flatMap(([name, piece]) => (extra.has(name) ? [piece(known)] : [])),
    ...(extra.has('comparison') ? [] : shownComparison(known)),
  ];
}

/** What nobody requires is shown all the same. */
function shownComparison({ comparison }: Known): Evidence[] {
  return comparison === undefined
    ? []
    : [{ name: 'comparison', state: 'there', says: `${comparison.says} (not required)` }];
}

const special: Readonly<Record<string, (known: Known) => Evidence>> = {
  signature: ({ signature }) =>
    answered(
      'signature',
      signature,
      'nobody here can verify the signature of the artifact',
      'Sign the artifact, and promote it where its signature can be verified.',
    ),
  comparison: ({ comparison }) =>
    answered(
      'comparison',
      comparison,
      'the version is not compared with what serves',
      'Compare both: `model-gates compare`, and record what came of it.',
    ),
  verified: verifiedPiece,
};

function answered(name: string, answer: Answer | undefined, absent: string, help: string): Evidence {
  if (answer === undefined) return { name, state: 'missing', says: absent, help };
  return { name, ...answer, ...(answer.state === 'there' ? {} : { help }) };
}

function chainPiece({ chain, missing, ambiguous, version }: Known): Evidence {
  const [doubt] = ambiguous;
  if (doubt !== undefined)
    return {
      name: 'chain',
      state: 'wrong',
      says: `the records do not say one thing of ${nodeText(doubt.node)}: ${enumerate(doubt.candidates.slice(0, 4))}`,
      help: 'Name the artifact by its digest, or correct the record that is wrong (`corrects`).',
    };
  const [gap] = missing;
  if (gap !== undefined)
    return {
      name: 'chain',
      state: 'missing',
      says: `no record says which ${gap.expected} made ${nodeText(gap.node)}`,
      help: 'Record it where it is made: record-lineage.',
    };
  if (!chain.some(({ kind }) => kind === 'commit'))
    return {
      name: 'chain',
      state: 'missing',
      says: `the chain of ${nodeText(version.artifact)} leads to no commit`,
      help: 'Record what it was made of: record-lineage.',
    };
  return {
    name: 'chain',
    state: 'there',
    says: `${chain.length} links to ${commitsIn(chain).map(short).join(', ')}`,
  };
}

function trunkPiece({ chain }: Known): Evidence {
  const commits = chain.filter(({ kind }) => kind === 'commit');
  const outside = commits.find(({ merged }) => merged === false);
  if (outside !== undefined)
    return {
      name: 'trunk',
      state: 'wrong',
      says: `commit ${short(outside.id)} is neither on trunk nor on a release branch`,
      help: 'Merge it, and build the artifact from there.',
    };
  const unknown = commits.find(({ merged }) => merged === undefined);
  if (commits.length > 0 && unknown === undefined)
    return { name: 'trunk', state: 'there', says: 'every commit is on trunk or a release branch' };
  return {
    name: 'trunk',
    state: 'missing',
    says:
      unknown === undefined
        ? 'no commit is known, so none is on trunk'
        : `whether trunk has commit ${short(unknown.id)} cannot be determined`,
    help: 'Run it in a clone with the whole history (`fetch-depth: 0`).',
  };
}

function digestPiece({ version: { artifact }, digest, records }: Known): Evidence {
  const recorded = artifact.digest;
  if (recorded === undefined)
    return {
      name: 'digest',
      state: 'missing',
      says: `${nodeText(artifact)} is recorded without a digest`,
      help: 'Record the artifact with its digest (`digest: sha256:…`).',
    };
  // Who only used it may mean something else by the name.
  if (!records.some(({ outputs }) => outputs.some((output) => isSameContent(output, artifact))))
    return {
      name: 'digest',
      state: 'missing',
      says: `the record of what made ${nodeText(artifact)} does not say its digest`,
      help: 'Record the artifact with its digest where it is made.',
    };
  if (digest !== undefined && digest !== recorded)
    return {
      name: 'digest',
      state: 'wrong',
      says: `the ledger has ${recorded}, and what is to be deployed has ${digest}`,
      help: 'Deploy what was recorded.',
    };
  return { name: 'digest', state: 'there', says: recorded };
}

function verifiedPiece({ chain }: Known): Evidence {
  const claim = chain.find(({ standing }) => standing !== 'verified');
  if (claim === undefined) return { name: 'verified', state: 'there', says: 'GitHub confirms every link' };
  return {
    name: 'verified',
    state: 'missing',
    says: `${claim.kind} ${claim.id.slice(0, 60)} is somebody's word: GitHub does not confirm who recorded it`,
    help: 'Record it from a workflow, and give the token `actions: read`.',
  };
}

function isSameContent(a: LineageNode, b: LineageNode): boolean {
  return a.kind === b.kind && a.digest !== undefined && a.digest === b.digest;
}
