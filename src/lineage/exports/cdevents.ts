/** CDEvents 0.6 (https://cdevents.dev/docs/): merges, published artifacts and deployed services, tied together by links. */
import { uniqueBy } from '../../kernel/group.ts';
import { byTime } from '../record/read.ts';
import type { Hashes, LineageNode, LineageRecord } from '../record/model.ts';
import { packageUrl, uriOf, type ExportContext } from './context.ts';
import { uuidV5 } from './uuid.ts';

const specversion = '0.6.0';

/** Type of the event and its own version, as the specification's release 0.6 has them. */
const types = {
  merged: 'dev.cdevents.change.merged.0.3.0',
  published: 'dev.cdevents.artifact.published.0.3.0',
  deployed: 'dev.cdevents.service.deployed.0.3.0',
} as const;

export interface CdEvent {
  readonly context: {
    readonly specversion: string;
    readonly id: string;
    readonly chainId: string;
    readonly source: string;
    readonly type: string;
    readonly timestamp: string;
    readonly links?: readonly CdEventLink[];
  };
  readonly subject: {
    readonly id: string;
    readonly source: string;
    readonly content: Readonly<Record<string, unknown>>;
  };
}

export interface CdEventLink {
  readonly linkType: 'PATH';
  readonly from: { readonly contextId: string };
}

/** Events of a chain, from commit to service; each is linked to those that it came from. */
export function cdEvents(
  records: readonly LineageRecord[],
  context: ExportContext,
  hashes: Hashes,
): CdEvent[] {
  const ordered = records.toSorted(byTime);
  const chainId = uuidV5(`${context.repositoryUrl}/chain/${ordered.map(({ id }) => id).join('/')}`, hashes);
  const origins = originsOf(ordered);
  const subjects = ordered.flatMap((record) => subjectsOf(record));
  const unique = uniqueBy(subjects, ({ node }) => keyOf(node));
  const told = new Set(unique.map(({ node }) => keyOf(node)));
  const idOf = (key: string) => uuidV5(`${context.repositoryUrl}/event/${key}`, hashes);
  return unique.map(({ type, node, record }) => {
    const from = eventsBefore(keyOf(node), origins, told);
    const links = from.map((key): CdEventLink => ({ linkType: 'PATH', from: { contextId: idOf(key) } }));
    return {
      context: {
        specversion,
        id: idOf(keyOf(node)),
        chainId,
        source: context.repositoryUrl,
        type: types[type],
        timestamp: record.at,
        ...(links.length === 0 ? {} : { links }),
      },
      subject: {
        id: type === 'published' ? packageUrl(node) : uriOf(node, context),
        source: context.repositoryUrl,
        content: contentOf(type, node, record, context),
      },
    };
  });
}

interface Subject {
  readonly type: keyof typeof types;
  readonly node: LineageNode;
  readonly record: LineageRecord;
}

function subjectsOf(record: LineageRecord): Subject[] {
  const merged = record.inputs.filter(({ kind }) => kind === 'commit');
  const published = record.outputs.filter(({ kind }) => kind === 'image' || kind === 'weights');
  const deployed = record.outputs.filter(({ kind }) => kind === 'serving');
  return [
    ...merged.map((node): Subject => ({ type: 'merged', node, record })),
    ...published.map((node): Subject => ({ type: 'published', node, record })),
    ...deployed.map((node): Subject => ({ type: 'deployed', node, record })),
  ];
}

function contentOf(
  type: keyof typeof types,
  node: LineageNode,
  record: LineageRecord,
  context: ExportContext,
): Record<string, unknown> {
  if (type === 'merged') return { repository: { id: context.repository, source: context.repositoryUrl } };
  if (type === 'published') return { user: record.by };
  const [artifact] = record.inputs;
  return {
    environment: { id: node.service ?? 'production' },
    // Artifacts are named by package URLs, there and here.
    artifactId: packageUrl(artifact ?? node),
  };
}

function keyOf({ kind, id }: LineageNode): string {
  return `${kind}/${id}`;
}

function originsOf(records: readonly LineageRecord[]): Map<string, string[]> {
  const origins = new Map<string, string[]>();
  for (const { inputs, outputs } of records)
    for (const output of outputs)
      origins.set(keyOf(output), [...(origins.get(keyOf(output)) ?? []), ...inputs.map(keyOf)]);
  return origins;
}

/** The nearest artifacts upstream that have an event: a job has none, so that weights are linked to its image and commit. */
function eventsBefore(
  key: string,
  origins: ReadonlyMap<string, readonly string[]>,
  told: ReadonlySet<string>,
): string[] {
  const seen = new Set<string>([key]);
  const found = new Set<string>();
  let level = origins.get(key) ?? [];
  while (level.length > 0) {
    const fresh = level.filter((one) => !seen.has(one));
    for (const one of fresh) seen.add(one);
    for (const one of fresh.filter((name) => told.has(name))) found.add(one);
    level = fresh.filter((one) => !told.has(one)).flatMap((one) => origins.get(one) ?? []);
  }
  return [...found];
}
