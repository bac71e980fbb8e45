/** OpenLineage 2-0-2 RunEvents (https://openlineage.io/spec/2-0-2/OpenLineage.json). */
import type { Hashes, LineageNode, LineageRecord } from '../record/model.ts';
import { commitOf, producer, type ExportContext } from './context.ts';
import { uuidV5 } from './uuid.ts';

const schemaURL = 'https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent';
const sourceFacet =
  'https://openlineage.io/spec/facets/1-1-0/SourceCodeLocationJobFacet.json#/$defs/SourceCodeLocationJobFacet';
const versionFacet =
  'https://openlineage.io/spec/facets/1-0-1/DatasetVersionDatasetFacet.json#/$defs/DatasetVersionDatasetFacet';

export interface OpenLineageEvent {
  readonly eventType: 'COMPLETE';
  readonly eventTime: string;
  readonly producer: string;
  readonly schemaURL: string;
  readonly run: { readonly runId: string };
  readonly job: {
    readonly namespace: string;
    readonly name: string;
    readonly facets: Readonly<Record<string, unknown>>;
  };
  readonly inputs: readonly OpenLineageDataset[];
  readonly outputs: readonly OpenLineageDataset[];
}

export interface OpenLineageDataset {
  readonly namespace: string;
  readonly name: string;
  readonly facets: Readonly<Record<string, unknown>>;
}

/** One event a record: the step that it tells of is the job, its artifacts are the datasets. */
export function openLineageEvent(
  record: LineageRecord,
  context: ExportContext,
  hashes: Hashes,
): OpenLineageEvent {
  const job =
    record.outputs.find(({ kind }) => kind === 'job') ?? record.inputs.find(({ kind }) => kind === 'job');
  const [output] = record.outputs;
  // A backend draws what the newest run of a job read and wrote: under one name each deployment would take the place of the one before it.
  const name = job === undefined ? `${output?.kind ?? 'step'}/${output?.id ?? record.id}` : `job/${job.id}`;
  return {
    eventType: 'COMPLETE',
    eventTime: record.at,
    producer,
    schemaURL,
    // A training job is one run, whatever number of records tell of it; any other step is a run of its own.
    run: {
      runId: uuidV5(
        `${context.repositoryUrl}/${job === undefined ? `record/${record.id}` : `job/${job.id}`}`,
        hashes,
      ),
    },
    job: {
      namespace: context.repositoryUrl,
      name,
      facets: jobFacets(record, context),
    },
    inputs: datasets(record.inputs, context),
    outputs: datasets(record.outputs, context),
  };
}

function jobFacets(record: LineageRecord, { repositoryUrl }: ExportContext): Record<string, unknown> {
  const version = commitOf(record);
  if (version === undefined) return {};
  const tag = /^refs\/tags\/(.+)$/.exec(record.git_ref ?? '')?.[1];
  const branch = tag === undefined ? record.git_ref?.replace(/^refs\/heads\//, '') : undefined;
  return {
    sourceCodeLocation: {
      _producer: producer,
      _schemaURL: sourceFacet,
      type: 'git',
      url: `${repositoryUrl}/tree/${version}`,
      repoUrl: repositoryUrl,
      version,
      tag,
      branch,
      pullRequestNumber: record.pr_number?.toString(),
    },
  };
}

/** Jobs are runs and commits are source code: the others are datasets. */
function datasets(nodes: readonly LineageNode[], { repositoryUrl }: ExportContext): OpenLineageDataset[] {
  return nodes
    .filter(({ kind }) => kind !== 'job' && kind !== 'commit')
    .map(({ kind, id, digest }) => ({
      namespace: repositoryUrl,
      name: `${kind}/${id}`,
      facets:
        digest === undefined
          ? {}
          : { version: { _producer: producer, _schemaURL: versionFacet, datasetVersion: digest } },
    }));
}
