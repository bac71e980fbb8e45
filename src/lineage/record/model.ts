/**
 * What the ledger holds: records, each linking the artifacts that went into a step to those that came out of it. Declared once: the
 * types, the reader, and schema/lineage.schema.json, which `npm run docs` writes.
 */
import {
  constant,
  defaulted,
  described,
  finite,
  flag,
  integer,
  list,
  map,
  object,
  oneOf,
  optional,
  referenced,
  refined,
  type TypeOf,
} from '../../kernel/shape.ts';
import { line, matching, name, prose, scalar, time } from './texts.ts';

/** In the order in which they are made: what serves, and what a request was answered by, come last. */
export const nodeKinds = [
  'commit',
  'dataset',
  'verdict',
  'image',
  'job',
  'evaluation',
  'inputs',
  'weights',
  'serving',
  'trace',
] as const;
export type NodeKind = (typeof nodeKinds)[number];

/** Longest id of an artifact. */
export const maxIdLength = 512;

/** Most files of results in one record. */
export const maxResults = 200;

/** Most bytes of one record as JSON. */
export const maxRecordBytes = 256 * 1024;

const sha = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const digest = described(
  matching(
    /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]{16,256}$/,
    300,
    'a digest such as sha256:… (the OCI grammar)',
  ),
  'Of the content, in the OCI grammar: sha256:…',
);

const anyNode = object({
  kind: described(oneOf(nodeKinds), 'What it is.'),
  id: described(
    name(maxIdLength),
    'Its name. Of a commit the full SHA; of an image its reference; anything for the others, in one line of visible characters.',
  ),
  digest: optional(digest),
  service: optional(
    name(maxIdLength),
    'Of a serving version: the service that it is a version of. The version before it is found by this.',
  ),
  tree: optional(
    matching(sha, 64, 'a full SHA, in small letters'),
    'Of a commit: its tree, which record-lineage fills in. It finds the commit under the name that a squash or a rebase gave it.',
  ),
  revision: optional(name(200), 'Of a dataset: the revision, tag or version that was read.'),
  license: optional(name(200), 'Of a dataset or of weights: its licence, as SPDX names it.'),
  external: optional(flag, 'Made elsewhere: no record is missed.'),
});

const ofKind = (kind: NodeKind) => ({ properties: { kind: { const: kind } } });
// oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
const where = (fits: object, properties: object) => ({ if: fits, then: { properties } });

/** `kind` and `id` name it; an id that moves (`qwen3-vl:pr-89`) is distinguished by its digest. */
const node = refined(
  described(anyNode, 'One artifact.'),
  {
    allOf: [
      where(ofKind('commit'), { id: { pattern: sha.source } }),
      where({ not: ofKind('serving') }, { service: false }),
      where({ not: ofKind('commit') }, { tree: false }),
    ],
  },
  ({ kind, id, service, tree }, path, problems) => {
    if (kind === 'commit' && id !== undefined && !sha.test(id))
      problems.add(`${path}.id`, 'a commit is named by its full SHA, in small letters');
    else if (service !== undefined && kind !== 'serving')
      problems.add(`${path}.service`, 'belongs to nodes of kind serving only');
    else if (tree !== undefined && kind !== 'commit')
      problems.add(`${path}.tree`, 'belongs to nodes of kind commit only');
  },
);
const nodes = referenced('node', node);

const file = object({
  role: oneOf(['config', 'lock', 'data', 'other']),
  path: line(1000),
  digest,
});

const run = object({
  id: optional(line(200)),
  attempt: optional(integer(1)),
  url: optional(line(1000)),
  workflow: optional(line(200)),
});

const declaredChange = object({
  tensor: described(line(200), 'What the model is fed under this name.'),
  kind: described(line(40), 'Of the cause, such as resampling.'),
  where: optional(line(200), 'Where the change says so: its commit.'),
});

const verdict = object({
  gate: line(100),
  verdict: oneOf(['pass', 'fail', 'inconclusive', 'exempt', 'skipped']),
  title: optional(line(1000)),
  exempted_by: optional(line(200), 'Who lifted it.'),
  exempted_at: optional(time, 'When: ISO 8601 with its zone.'),
  // which a squashed merge no longer shows
  exempted_sha: optional(
    matching(sha, 64, 'a full SHA, in small letters'),
    'On which commit: full SHA of the head that was judged.',
  ),
  reason: optional(line(1000)),
  declared: optional(
    list(declaredChange, 100),
    'Of detect-input-drift: what the change said that it changes in what the model is fed.',
  ),
});

const results = object({
  path: described(line(1000), 'Of the file that the evaluation wrote.'),
  digest: described(
    matching(/^sha256:[0-9a-f]{64}$/, 71, 'sha256: and 64 hexadecimal digits'),
    'Of the rows as the ledger keeps them, in results/ab/<digest>.jsonl.',
  ),
  // 0 where the file contains totals only
  samples: integer(0),
  bytes: integer(1),
});

/** A record as somebody writes it: what only the writer's surroundings know may be absent, and so may the one schema there is. */
export const draft = object({
  schema: defaulted(constant(1), 1),
  inputs: described(list(nodes, 100), 'What went in.'),
  outputs: described(list(nodes, 100, 1), 'What came out.'),
  id: optional(
    name(200),
    'Names the record. Default: made from the content less the time, so that the same link recorded twice is one record.',
  ),
  at: optional(time, 'ISO 8601 with its zone. Default: now.'),
  by: optional(line(200), 'Who recorded it. Default: the actor of the workflow, or the user.'),
  git_ref: optional(line(1000), 'Branch or tag that was built.'),
  author: optional(line(200), 'Author of the commit.'),
  pr_number: optional(integer(1), 'Pull request of the commit.'),
  repository: optional(line(1000), 'owner/name, or an address.'),
  run: optional(run, 'The workflow run.'),
  command: optional(prose(20_000), 'What repeats the step.'),
  seed: optional(integer(0), 'Of the random numbers.'),
  files: optional(list(file, 200), 'Files that were read, by content.'),
  parameters: optional(map(line(200), scalar, 2000), 'Parameters of the step, by dotted path.'),
  dependencies: optional(map(line(200), line(200), 2000), 'Package name and the version that was installed.'),
  metrics: optional(map(line(200), finite, 500), 'Values of metrics.'),
  results: optional(
    list(results, maxResults),
    'Results of single samples, or what the model is fed for them, that the ledger keeps beside the record; record-lineage fills them in from the files that its input results names.',
  ),
  verdicts: optional(list(verdict, 50), 'What gates concluded.'),
  replaces: optional(name(maxIdLength), 'Id of the serving version that this one took the place of.'),
  corrects: optional(name(200), 'Id of a record that this one stands for from now on.'),
  signatures: optional(
    list(prose(120_000), 10),
    'Sigstore bundles as JSON, each of which signs an output of the record by its digest; record-lineage fills them in from the files that its input signatures names.',
  ),
  note: optional(prose(4000)),
});

/** schema/lineage.schema.json. */
export const lineageSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'https://model-gates.example/schema/lineage.schema.json',
  title: 'model-gates lineage record',
  description:
    'One link of the ledger: what a step was given and what it made. `model-gates record` and record-lineage take one, or a list of them. Beyond this schema, texts contain no invisible characters and neither begin nor end with a space.',
  ...draft.schema,
  $defs: { node: node.schema },
};

export type LineageNode = TypeOf<typeof node>;
export type LineageFile = TypeOf<typeof file>;
export type LineageRun = TypeOf<typeof run>;
/** What a gate concluded, on a record whose output is a `verdict`. */
export type LineageVerdict = TypeOf<typeof verdict>;
/** A change to what the model is fed that a commit declares: `Input-Change: pixel_values resampling`. */
export type DeclaredChange = TypeOf<typeof declaredChange>;
/** Results of single samples, in one file of an evaluation: the ledger keeps their rows beside the records, named by content. */
export type LineageResults = TypeOf<typeof results>;
export type Scalar = TypeOf<typeof scalar>;
export type RecordDraft = TypeOf<typeof draft>;

/** One link; times are ISO 8601 in UTC. */
export interface LineageRecord extends RecordDraft {
  readonly id: string;
  readonly at: string;
  readonly by: string;
}

/** Hexadecimal digests of UTF-8 text; handed in, for a domain runs without Node. */
export interface Hashes {
  sha1(data: string | Uint8Array): string;
  sha256(data: string | Uint8Array): string;
}
