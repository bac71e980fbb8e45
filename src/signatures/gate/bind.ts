/** Ties signatures to what a record made: each must be true, of somebody who counts, and speak of that very content. */
import type { Finding } from '../../report/model.ts';
import type { Statement } from '../model.ts';
import { signatureRules } from '../rules.ts';
import { speaksOf } from '../statement.ts';
import type { Trust } from './trust.ts';
import { verifyBundle } from './verify-bundle.ts';

export interface Output {
  readonly kind: string;
  readonly digest?: string | undefined;
}

export interface NamedBundle {
  /** Its file. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Bound {
  /** Which of the records, and which of its outputs. */
  readonly record: number;
  readonly output: number;
  /** By which the output is known from now on: that which it has, or that of the signed model where it has none. */
  readonly digest: string;
  /** The signature, in one line. */
  readonly bundle: string;
}

/** Findings are errors: nothing is recorded with a signature that counts for nothing. */
export function bindSignatures(
  records: readonly { readonly outputs: readonly Output[] }[],
  bundles: readonly NamedBundle[],
  trust: Trust,
  now: number,
): { readonly bound: readonly Bound[]; readonly findings: readonly Finding[] } {
  const all = records.flatMap(({ outputs }, record) =>
    outputs.map(({ kind, digest }, output) => ({ kind, digest, record, output })),
  );
  const bound: Bound[] = [];
  const findings: Finding[] = [];
  for (const { name, bytes } of bundles) {
    const verified = verifyBundle(bytes, trust, now);
    if (!verified.ok) {
      findings.push(refused(name, verified.kind, verified.reason));
      continue;
    }
    const { statement } = verified;
    const found =
      all.find(({ digest }) => digest !== undefined && speaksOf(statement, digest)) ??
      nameless(all, statement);
    if (found === undefined) findings.push(unbound(name, statement));
    else {
      const { record, output, digest = rootOf(statement) ?? '' } = found;
      bound.push({
        record,
        output,
        digest,
        bundle: JSON.stringify(JSON.parse(new TextDecoder().decode(bytes))),
      });
    }
  }
  return { bound, findings };
}

/** The only weights, where their digest is not said and a whole model is signed. */
function nameless<T extends Output>(all: readonly T[], statement: Statement): T | undefined {
  const open = all.filter(({ kind, digest }) => kind === 'weights' && digest === undefined);
  return open.length === 1 && rootOf(statement) !== undefined ? open[0] : undefined;
}

/** `sha256:…` of the files of a signed model. */
function rootOf({ manifest, subjects }: Statement): string | undefined {
  const root = manifest === undefined ? undefined : subjects[0]?.digests.get('sha256');
  return root === undefined ? undefined : `sha256:${root}`;
}

function refused(name: string, kind: 'broken' | 'untrusted', reason: string): Finding {
  const rule = signatureRules[kind];
  return rule.finding({ message: `${name}: ${reason}`, help: rule.fix });
}

function unbound(name: string, { subjects }: Statement): Finding {
  const digests = subjects
    .slice(0, 3)
    .flatMap(({ digests: own }) => [...own].map(([algorithm, hex]) => `${algorithm}:${hex}`));
  return signatureRules.unbound.finding({
    message: `${name} speaks of ${digests.slice(0, 3).join(', ')}, and no output of the record has that digest`,
    help: signatureRules.unbound.fix,
  });
}
