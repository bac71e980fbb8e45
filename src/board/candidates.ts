/** Weights that were recorded after those that serve, and that never served: what is to be compared next. */
import { earlier } from './commits.ts';
import { recordsMaking } from './making.ts';
import type { LineageRecord } from '../lineage/index.ts';
import type { Candidate, Service } from './model.ts';

/** The newest first, each against the service whose weights have its name but for what numbers them, else against the one deployed last. */
export function candidatesOf(records: readonly LineageRecord[], services: readonly Service[]): Candidate[] {
  const served = new Set(
    recordsMaking(records, 'serving').flatMap(({ inputs }) => inputs.map(({ id }) => id)),
  );
  const newest = new Map<string, LineageRecord>();
  for (const record of recordsMaking(records, 'weights').toSorted(earlier))
    for (const { kind, id } of record.outputs) if (kind === 'weights') newest.set(id, record);
  const serviceFor = servicesByStem(services);
  return [...newest]
    .flatMap(([id, { at, by, pr_number: pullRequest }]): Candidate[] => {
      const service = serviceFor(id);
      const since = service === undefined ? undefined : weightsOf(service)?.at;
      if (service === undefined || since === undefined || served.has(id) || at <= since) return [];
      return [{ id, at, by, pullRequest, service: service.name, against: service.current.id }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

function servicesByStem(services: readonly Service[]): (id: string) => Service | undefined {
  const latest = services.toSorted((a, b) => (a.current.at < b.current.at ? 1 : -1));
  const byStem = new Map(latest.toReversed().map((service) => [stem(weightsOf(service)?.id ?? ''), service]));
  return (id) => byStem.get(stem(id)) ?? latest[0];
}

function weightsOf({ chain }: Service): Service['chain'][number] | undefined {
  return chain.find(({ kind }) => kind === 'weights');
}

/** `qwen3-vl-30b-sft-193` and `qwen3-vl-30b-sft-208` are two of one line. */
function stem(id: string): string {
  return id.replace(/[-_.:@/]?v?\d+(?:\.\d+)*$/i, '');
}
