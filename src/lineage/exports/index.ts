/** The records in the words of other tools: pure functions of records. */
import { recordsOf } from '../chain/difference.ts';
import type { Hashes, LineageRecord } from '../record/model.ts';
import type { ExportFormat } from '../settings.ts';
import type { Walk } from '../chain/walk.ts';
import { cdEvents } from './cdevents.ts';
import type { ExportContext } from './context.ts';
import { slsaProvenance, testResult } from './in-toto.ts';
import { modelCard, ociLabels } from './labels.ts';
import { mlflowRegistration } from './mlflow.ts';
import { openLineageEvent } from './openlineage.ts';

export type { ExportContext } from './context.ts';
export { openLineageEvent } from './openlineage.ts';
export * from './mlflow.ts';
export * from './mlflow-calls.ts';
export * from './mlflow-runs.ts';

/** The chain of a walk upwards, as JSON for the tool; what is not known is `undefined`, which JSON leaves out. */
export function exportWalk(
  format: ExportFormat,
  walk: Walk,
  context: ExportContext,
  hashes: Hashes,
): unknown {
  return exporters[format](recordsOf(walk), context, hashes, walk);
}

type Exporter = (
  records: readonly LineageRecord[],
  context: ExportContext,
  hashes: Hashes,
  walk: Walk,
) => unknown;

const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  openlineage: (records, context, hashes) =>
    records.map((record) => openLineageEvent(record, context, hashes)),
  cdevents: (records, context, hashes) => cdEvents(records, context, hashes),
  'slsa-provenance': (records, context) => defined(records.map((record) => slsaProvenance(record, context))),
  'test-result': (records, context) => defined(records.map((record) => testResult(record, context))),
  'oci-labels': (records, context) =>
    records
      .filter(({ outputs }) => outputs.some(({ kind }) => kind === 'image'))
      .map((record) => ociLabels(record, context)),
  'model-card': (_records, _context, _hashes, { steps }) =>
    steps
      .filter(({ node }) => node.kind === 'weights')
      .map((step) => modelCard(step.node, [...step.records, ...evaluationsOf(step.mentions)]))
      .filter((card) => Object.keys(card).length > 0),
  mlflow: (_records, context, hashes, walk) => defined([mlflowRegistration(walk, context, hashes)]),
};

function evaluationsOf(records: readonly LineageRecord[]): LineageRecord[] {
  return records.filter(({ outputs }) => outputs.every(({ kind }) => kind === 'evaluation'));
}

function defined<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
