/** What repeats a training job, and what the records lack for that. */
import { lineageRules } from './rules.ts';
import type { Finding, Section } from '../report/model.ts';
import { nodeText } from './findings.ts';
import type { ReproductionCheck } from './reproduction-checks.ts';
import type { LineageFile, LineageNode, LineageRecord } from './record/model.ts';
import type { Step, Walk } from './chain/walk.ts';

export interface Reproduction {
  readonly job: string;
  readonly commit?: string | undefined;
  readonly repository?: string | undefined;
  readonly image?: string | undefined;
  readonly image_digest?: string | undefined;
  readonly command?: string | undefined;
  readonly seed?: number | undefined;
  readonly configs: readonly LineageFile[];
  readonly locks: readonly LineageFile[];
  /** Files of role `data`. */
  readonly data: readonly LineageFile[];
  /** Weights and other artifacts that it started from. */
  readonly inputs: readonly LineageNode[];
  /** What is not known, in words. */
  readonly missing: readonly string[];
  /** Each fact, held against what can be found. */
  readonly checks: readonly ReproductionCheck[];
}

/** One for each job of the chain, the nearest first. */
export function reproductions(walk: Walk): Reproduction[] {
  return walk.steps.filter(({ node }) => node.kind === 'job').map((step) => reproduction(step, walk));
}

function reproduction({ node, records }: Step, walk: Walk): Reproduction {
  const inputs = records.flatMap((record) => record.inputs);
  const image = settled(
    inputs.find(({ kind }) => kind === 'image'),
    walk,
  );
  const commits = [...new Set(inputs.filter(({ kind }) => kind === 'commit').map(({ id }) => id))];
  const files = records.flatMap((record) => record.files ?? []);
  const first = <K extends keyof LineageRecord>(key: K) =>
    records.find((record) => record[key] !== undefined)?.[key];
  const told = {
    commit: commits[0],
    image: image?.id,
    image_digest: image?.digest,
    repository: first('repository'),
    command: first('command'),
    seed: first('seed'),
    configs: files.filter(({ role }) => role === 'config'),
    locks: files.filter(({ role }) => role === 'lock'),
    data: files.filter(({ role }) => role === 'data'),
    inputs: inputs.filter(({ kind }) => kind !== 'commit' && kind !== 'image'),
  };
  return { job: node.id, ...told, missing: missingFor(told, commits), checks: [] };
}

/** With the digest that the walk has found for it. */
function settled(node: LineageNode | undefined, { steps }: Walk): LineageNode | undefined {
  return steps.find((step) => step.node.kind === node?.kind && step.node.id === node.id)?.node ?? node;
}

function missingFor(
  told: Omit<Reproduction, 'job' | 'missing' | 'checks'>,
  commits: readonly string[],
): string[] {
  const lacking: readonly (readonly [boolean, string])[] = [
    [commits.length === 0, 'the commit (inputs of kind commit)'],
    [commits.length > 1, `one commit: the records name ${commits.length}`],
    [told.image === undefined, 'the image (inputs of kind image)'],
    [
      told.image !== undefined && told.image_digest === undefined,
      `the digest of the image ${told.image ?? ''}, whose name may move`,
    ],
    [told.command === undefined, 'the command'],
    [told.seed === undefined, 'the seed'],
    [told.configs.length === 0, 'the digests of the configs (files of role config)'],
    [told.locks.length === 0, 'the digests of the lock files (files of role lock)'],
  ];
  const isContent = ({ kind }: LineageNode): boolean => kind === 'weights' || kind === 'dataset';
  const floating = told.inputs.filter((node) => isContent(node) && node.digest === undefined);
  return [
    ...lacking.flatMap(([lacks, what]) => (lacks ? [what] : [])),
    ...floating.map((node) => `the digest of ${nodeText(node)}`),
  ];
}

export function reproductionFindings(all: readonly Reproduction[]): Finding[] {
  return [...all.flatMap(differingFindings), ...lackingFindings(all)];
}

function differingFindings({ job, checks }: Reproduction): Finding[] {
  return checks
    .filter(({ state }) => state === 'differs')
    .map(({ fact, name, recorded, found }) =>
      lineageRules['not-reproducible'].finding({
        severity: 'error',
        message: `job ${job} cannot be repeated: ${fact}${name === undefined ? '' : ` ${name}`} is recorded as ${recorded ?? 'nothing'}, and ${found === null ? 'the commit does not have it' : `found as ${found}`}`,
        help: 'Find out which of the two it was, and correct the record that is wrong (`corrects`).',
      }),
    );
}

function lackingFindings(all: readonly Reproduction[]): Finding[] {
  return all
    .filter(({ missing }) => missing.length > 0)
    .map(({ job, missing }) =>
      lineageRules['not-reproducible'].finding({
        message: `job ${job} cannot be repeated exactly; the records lack ${missing.join('; ')}`,
        help: 'Give these to record-lineage where the job starts: from, command, seed, configs, locks.',
      }),
    );
}

/** The recipe, for a person. */
export function reproductionSection(one: Reproduction): Section {
  const rows: (readonly [string, string | undefined])[] = [
    ['Repository', one.repository],
    ['Commit', one.commit],
    ['Image', one.image_digest === undefined ? one.image : `${one.image ?? ''}@${one.image_digest}`],
    ['Command', one.command],
    ['Seed', one.seed?.toString()],
    ...[...one.configs, ...one.locks].map(({ role, path, digest }) => [`${role} ${path}`, digest] as const),
    ...one.inputs.map((node) => [node.kind, `${node.id} ${node.digest ?? ''}`.trim()] as const),
    ...one.checks
      .filter(({ fact }) => fact === 'gpus' || fact === 'driver')
      .map(({ fact, recorded }) => [fact, recorded ?? undefined] as const),
  ];
  return {
    kind: 'table',
    title: `To repeat ${one.job}`,
    open: true,
    columns: [{ title: 'What' }, { title: 'Exactly', code: true }],
    rows: rows.map(([what, value]) => [what, value ?? 'not recorded']),
  };
}
