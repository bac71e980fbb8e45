/** From the name of a version to its artifact, and to all that is known of it. */
import { errorFinding } from '../../report/error-report.ts';
import type { Finding } from '../../report/model.ts';
import {
  nodeKey,
  nodeText,
  type ChainLink,
  type LineageNode,
  type LineageRecord,
} from '../../lineage/index.ts';
import type { RecordReader } from '../../lineage/gate/reader.ts';
import { traceFrom, type Traced } from '../../lineage/gate/traced.ts';
import { uniqueBy } from '../../kernel/group.ts';
import { enumerate } from '../../kernel/text.ts';
import type { Target } from '../../policy/index.ts';
import type { Known } from '../evidence/model.ts';
import { promotionRules } from '../rules.ts';
import { canaryOf, type Standing } from '../standing.ts';
import { artifactKind, type Version } from '../version.ts';
import type { PromotionPorts } from './ports.ts';
import { signatureOf } from './signature.ts';

export interface Resolved {
  readonly version: Version;
  readonly traced: Traced;
  /** The version that served under the name that was asked for, where it is one. */
  readonly serving?: LineageNode;
}

/** The artifact that a name means for this target; a finding where it means none, or several. */
export async function resolveVersion(
  name: string,
  target: Target,
  reader: RecordReader,
  ports: PromotionPorts,
): Promise<Resolved | Finding> {
  const named = await traceFrom(name, reader, ports);
  if (named === undefined)
    return unknown(
      `${name} is not in the ledger`,
      'Record it where it is made (record-lineage), or check the spelling.',
    );
  const artifacts = artifactsOf(named, artifactKind(target));
  const [artifact, second] = artifacts;
  if (artifact === undefined)
    return unknown(
      `${name} leads to no ${artifactKind(target)}, which is what ${target.name} serves`,
      `Name the ${artifactKind(target)} itself, or set \`artifact\` of \`targets.${target.name}\`.`,
    );
  if (second !== undefined)
    return unknown(
      `${name} leads to ${artifacts.length} of kind ${artifactKind(target)}: ${enumerate(artifacts.slice(0, 5).map(nodeText))}`,
      'Name one of them by its id or its digest.',
    );
  const traced = await traceFrom(`${artifact.kind}:${artifact.digest ?? artifact.id}`, reader, ports);
  if (traced === undefined) return unknown(`${name} is not in the ledger`, 'Run it again.');
  const commit = traced.chain.find(({ kind }) => kind === 'commit')?.id;
  const serving = named.start.find(({ kind }) => kind === 'serving');
  const version: Version = {
    name,
    artifact: settled(artifact, traced),
    ...(commit === undefined ? {} : { commit }),
  };
  return { version, traced, ...(serving === undefined ? {} : { serving }) };
}

export function isResolved(resolved: Resolved | Finding): resolved is Resolved {
  return 'version' in resolved;
}

/** Itself; of a version that served what it serves; of a commit or a job what was made of it. */
function artifactsOf({ start, chain, uses }: Traced, kind: 'weights' | 'image'): LineageNode[] {
  const own = start.filter((node) => node.kind === kind);
  if (own.length > 0) return own;
  const found: readonly ChainLink[] = start.some((node) => node.kind === 'serving')
    ? nearest(chain, kind)
    : uses;
  return uniqueBy(
    found
      .filter((link) => link.kind === kind)
      .map(({ id, digest }) => ({ kind, id, ...(digest === undefined ? {} : { digest }) })),
    nodeKey,
  );
}

function nearest(chain: readonly ChainLink[], kind: string): readonly ChainLink[] {
  const links = chain.filter((link) => link.kind === kind);
  const least = Math.min(...links.map(({ depth }) => depth));
  return links.filter(({ depth }) => depth === least);
}

/** With the digest that the records give it. */
function settled(artifact: LineageNode, { chain }: Traced): LineageNode {
  const own = chain.find(({ depth, kind }) => depth === 0 && kind === artifact.kind);
  return { ...artifact, ...(own?.digest === undefined ? {} : { digest: own.digest }) };
}

function unknown(message: string, help: string): Finding {
  return promotionRules['unknown-version'].finding({ message, help });
}

/** All records that say what serves, or serves a part. */
export async function readServing(service: string, reader: RecordReader): Promise<readonly LineageRecord[]> {
  const nodes = (await Promise.all([service, canaryOf(service)].map((name) => reader.named(name)))).flat();
  const records = (await reader.mentioning(nodes.filter(({ kind }) => kind === 'serving'))).flat();
  return uniqueBy(records, ({ id }) => id);
}

/** All that the evidence is judged by. */
export async function knownOf(
  { version, traced }: Resolved,
  target: Target,
  standing: Standing,
  reader: RecordReader,
  ports: PromotionPorts,
  digest: string | undefined,
): Promise<Known> {
  const asks = (name: string) => target.requires.includes(name);
  const { artifact } = version;
  const [mentions, owed, comparison] = await Promise.all([
    reader.mentioning(
      traced.chain.map(({ kind, id, digest: own }) => ({
        kind,
        id,
        ...(own === undefined ? {} : { digest: own }),
      })),
    ),
    ports.owed().catch((error: unknown) => errorFinding(error).message),
    ports.comparison?.(standing.current?.node.id, artifact),
  ]);
  const records = uniqueBy(mentions.flat(), ({ id }) => id);
  const { signatures } = ports;
  return {
    version,
    chain: traced.chain,
    missing: traced.up.missing,
    ambiguous: traced.up.ambiguous,
    records,
    owed,
    digest,
    signature:
      asks('signature') && signatures !== undefined
        ? await signatureOf(artifact, records, signatures)
        : undefined,
    comparison,
  };
}
