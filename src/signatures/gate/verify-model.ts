/** Whether a model on disk is the one that was signed, by somebody who counts. */
import { count, enumerate } from '../../kernel/text.ts';
import type { ModelFiles } from '../../ports/model-files.ts';
import { makeReport } from '../../report/make.ts';
import type { Finding, Report, Section } from '../../report/model.ts';
import { planOf, type Difference, type LeftOut } from '../differences.ts';
import type { VerifyFacts } from '../facts.ts';
import { signatureRules } from '../rules.ts';
import type { Trust } from './trust.ts';
import { verifyBundle, type Verified } from './verify-bundle.ts';

export interface VerifyRequest extends LeftOut {
  /** As they were named: the model, and its signature. */
  readonly path: string;
  readonly signature: string;
  readonly bundle: Uint8Array;
  /** Path of the signature in the model, where it lies there. */
  readonly own?: string | undefined;
  readonly trust: Trust;
}

export async function verifyModel(
  request: VerifyRequest,
  { files, now }: { readonly files: ModelFiles; readonly now: () => number },
): Promise<Report<VerifyFacts>> {
  const { path, signature, bundle, own, trust } = request;
  const verified = verifyBundle(bundle, trust, now());
  const named = { path, signature };
  if (!verified.ok)
    return reportOf({ ...named, findings: [refused(signature, verified.kind, verified.reason)] });
  const { manifest, predicateType } = verified.statement;
  if (manifest === undefined) {
    const reason = `it signs a statement of the kind ${predicateType.slice(0, 200)}, which lists no files`;
    return reportOf({ ...named, verified, findings: [refused(signature, 'broken', reason)] });
  }
  const { differences, measures, leftOut } = planOf(manifest, await files.list(), own, request);
  const digests = await files.digests(measures, manifest.hash);
  const changed = new Set(
    measures.flatMap(({ path: file, digest }, at) => (digest === digests[at] ? [] : [file])),
  );
  const all = [...differences, ...[...changed].map((file): Difference => ({ path: file, kind: 'changed' }))];
  return reportOf({
    ...named,
    verified,
    files: manifest.files.size,
    leftOut,
    bytes: measures.reduce((sum, { start, end }) => sum + end - start, 0),
    differences: all,
    findings: all.length === 0 ? [] : [altered(path, all)],
  });
}

function refused(signature: string, kind: 'broken' | 'untrusted', reason: string): Finding {
  const rule = signatureRules[kind];
  return rule.finding({ message: `${signature}: ${reason}`, help: rule.fix });
}

function altered(path: string, differences: readonly Difference[]): Finding {
  const first = differences.slice(0, 5).map((one) => `${one.path} ${words[one.kind]}`);
  const more = differences.length > 5 ? [`${differences.length - 5} more`] : [];
  return signatureRules.altered.finding({
    message: `${path} is not what was signed: ${enumerate([...first, ...more])}`,
    help: signatureRules.altered.fix,
  });
}

const words: Readonly<Record<Difference['kind'], string>> = {
  missing: 'is missing',
  extra: 'was not signed',
  changed: 'has other content',
  linked: 'is a link, or no file',
};

interface Known {
  readonly path: string;
  readonly signature: string;
  readonly verified?: Verified;
  readonly files?: number;
  readonly bytes?: number;
  readonly leftOut?: number;
  readonly differences?: readonly Difference[];
  readonly findings: readonly Finding[];
}

function reportOf({
  path,
  signature,
  verified,
  files = 0,
  bytes = 0,
  leftOut = 0,
  differences = [],
  findings,
}: Known) {
  const { method, name, issuer, at } = verified?.signer ?? {};
  const root = verified?.statement.manifest === undefined ? undefined : verified.statement.subjects[0];
  const digest = root?.digests.get('sha256');
  const facts: VerifyFacts = {
    path,
    signature,
    state: findings.length === 0 ? 'verified' : 'refused',
    method: method ?? null,
    signer: name ?? null,
    issuer: issuer ?? null,
    at: at ?? null,
    digest: digest === undefined ? null : `sha256:${digest}`,
    files,
    bytes,
    leftOut,
    differences,
  };
  const [first] = findings;
  const title =
    first?.message ??
    `${path} is what ${name ?? ''} has signed: ${count(files, 'file')}, sha256:${digest ?? ''}${leftOut === 0 ? '' : `; ${count(leftOut, 'file')} beside them, not signed, were left out`}`;
  return makeReport<VerifyFacts>({
    gate: 'verify',
    title,
    findings,
    facts,
    sections: sectionsOf(differences),
  });
}

function sectionsOf(differences: readonly Difference[]): Section[] {
  if (differences.length === 0) return [];
  const rows = differences.map(({ path, kind }) => [path, words[kind]]);
  return [
    {
      kind: 'table',
      title: 'What differs',
      open: true,
      columns: [{ title: 'File', code: true }, { title: 'How' }],
      rows,
    },
  ];
}
