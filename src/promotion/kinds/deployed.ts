import type { LineageNode } from '../../lineage/index.ts';
import type { Target } from '../../policy/index.ts';
import type { Standing } from '../standing.ts';
import { artifactKind } from '../version.ts';

/** What the manifests of a target are to say. */
export interface Expected {
  /** Under which it was promoted. */
  readonly name: string;
  readonly artifact: LineageNode;
  /** Percent. */
  readonly weight: number;
}

/** By the ledger; a text says why that is not known. */
export function matchingRun(target: Target, { current, canary }: Standing): Expected | string {
  const deployed = canary ?? current;
  if (deployed === undefined) return `no record says what serves ${target.service}`;
  const kind = artifactKind(target);
  const artifact = deployed.record.inputs.find((input) => input.kind === kind);
  if (artifact === undefined) return `the record of ${deployed.node.id} names no ${kind}`;
  const name = deployed.run?.version;
  if (name === undefined && (target.value ?? '{version}').includes('{version}') && target.kind === 'helm')
    return `${deployed.node.id} was recorded by another than promote-model, so its name in the manifests is not known`;
  return { name: name ?? deployed.node.id, artifact, weight: deployed.run?.weight ?? 100 };
}
