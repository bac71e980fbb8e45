/** Labels of an image, and the metadata of a model card. */
import { uniqueBy } from '../../kernel/group.ts';
import type { LineageNode, LineageRecord } from '../record/model.ts';
import { commitOf, type ExportContext } from './context.ts';

/** OCI annotations (https://specs.opencontainers.org/image-spec/annotations/) of an image that a record made. */
export function ociLabels(
  record: LineageRecord,
  { repositoryUrl }: ExportContext,
): Readonly<Record<string, string | undefined>> {
  const image = record.outputs.find(({ kind }) => kind === 'image');
  const base = record.inputs.find(({ kind }) => kind === 'image');
  return {
    'org.opencontainers.image.source': repositoryUrl,
    'org.opencontainers.image.created': record.at,
    'org.opencontainers.image.revision': commitOf(record),
    'org.opencontainers.image.version': /:([\w][\w.-]{0,127})$/.exec(image?.id ?? '')?.[1],
    'org.opencontainers.image.base.name': base?.id,
    'org.opencontainers.image.base.digest': base?.digest,
  };
}

export interface ModelCard {
  readonly base_model?: readonly string[];
  readonly 'model-index'?: readonly object[];
}

/**
 * The YAML front matter of a model card (https://huggingface.co/docs/hub/model-cards) for weights: the models that they come from
 * and the values of their metrics. `records`: those that made the weights, and those that evaluated them.
 */
export function modelCard(weights: LineageNode, records: readonly LineageRecord[]): ModelCard {
  const bases = records
    .flatMap(({ inputs }) => inputs)
    .filter(({ kind, id }) => kind === 'weights' && id !== weights.id)
    .map(({ id }) => id);
  const metrics = records.flatMap((record) =>
    Object.entries(record.metrics ?? {}).map(([name, value]) => ({ name, value })),
  );
  const unique = uniqueBy(metrics, ({ name }) => name);
  return {
    ...(bases.length === 0 ? {} : { base_model: [...new Set(bases)] }),
    ...(unique.length === 0 ? {} : { 'model-index': [{ name: weights.id, results: unique.map(resultOf) }] }),
  };
}

/** `task/metric` as the evaluation names it; the Hub wants a task, a dataset and a metric of each value. */
function resultOf({ name, value }: { readonly name: string; readonly value: number }): object {
  const slash = name.indexOf('/');
  const dataset = slash < 0 ? 'internal evaluation' : name.slice(0, slash);
  const type = slash < 0 ? name : name.slice(slash + 1);
  return {
    task: { type: 'image-text-to-text' },
    dataset: { name: dataset, type: dataset.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-') },
    metrics: [{ type, value, name }],
  };
}
