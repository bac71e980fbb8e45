/** What is to be served: an artifact of the ledger, under the name that was asked for. */
import type { LineageNode } from '../lineage/index.ts';
import type { Target } from '../policy/index.ts';

export interface Version {
  /** As it was asked for. */
  readonly name: string;
  readonly artifact: LineageNode;
  /** Full SHA of the commit that it was made of, where its chain leads to one. */
  readonly commit?: string;
}

/** The tag of an image's reference: `v2` of `registry:5000/app:v2@sha256:…`; `undefined` where it has none. */
export function tagOf(reference: string): string | undefined {
  return /:([\w][\w.-]{0,127})$/.exec(withoutDigest(reference))?.[1];
}

/** The reference without `@sha256:…`. */
export function withoutDigest(reference: string): string {
  return reference.replace(/@[a-z0-9+._-]+:[A-Za-z0-9=_-]+$/, '');
}

/** Its digest: as it is recorded, else as the reference says. */
export function digestOf({ id, digest }: LineageNode): string | undefined {
  return digest ?? /@([a-z0-9+._-]+:[A-Za-z0-9=_-]+)$/.exec(id)?.[1];
}

export type Filled =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly unknown: string };

/** A template such as `s3://models/{version}` with what is known of a version; `unknown` names what is not. */
export function filled(template: string, { name, artifact, commit }: Version): Filled {
  const values: Readonly<Record<string, string | undefined>> = {
    version: name,
    id: artifact.id,
    tag: tagOf(artifact.id),
    digest: digestOf(artifact),
    sha: commit,
  };
  const unknown = [...template.matchAll(/\{(\w+)\}/g)].find(([, key = '']) => values[key] === undefined)?.[0];
  if (unknown !== undefined) return { ok: false, unknown };
  return { ok: true, text: template.replaceAll(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '') };
}

/** Which artifact of a version the manifests of a target name. */
export function artifactKind({ artifact, kind }: Target): 'weights' | 'image' {
  return artifact ?? (kind === 'kserve' || kind === 'llmisvc' || kind === 'path' ? 'weights' : 'image');
}
