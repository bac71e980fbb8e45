import type { LineageNode, LineageRecord } from '../record/model.ts';

/** What an export needs beside the records. */
export interface ExportContext {
  /** Address of the repository: `https://github.com/acme/qwen3-vl`. */
  readonly repositoryUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** Version of model-gates. */
  readonly version: string;
}

/** Address of this tool, as producer. */
export const producer = 'https://github.com/model-gates/model-gates';

/** `sha256:…` as in-toto and SLSA write it; a commit by its SHA. */
export function digestSet(node: LineageNode): Record<string, string> {
  if (node.kind === 'commit') return { gitCommit: node.id };
  return node.digest === undefined ? {} : digestOf(node.digest);
}

/** Algorithm → hexadecimal digits. */
export function digestOf(digest: string): Record<string, string> {
  const colon = digest.indexOf(':');
  return { [digest.slice(0, colon)]: digest.slice(colon + 1) };
}

/** A URI for an artifact: its own, else a package URL where it has a digest, else its place in the ledger. */
export function uriOf(node: LineageNode, { repositoryUrl }: ExportContext): string {
  if (node.kind === 'commit') return `git+${repositoryUrl}@${node.id}`;
  if (/^[a-z][a-z0-9+.-]*:\/\//.test(node.id)) return node.id;
  if (node.kind === 'image' && node.digest !== undefined) return packageUrl(node);
  return `${repositoryUrl}#${node.kind}/${encodeURIComponent(node.id)}`;
}

/**
 * A package URL (https://github.com/package-url/purl-spec): `pkg:oci/…@<digest>` of an image, with where it is and its tag;
 * `pkg:generic/…` of anything else, with its digest as checksum.
 */
export function packageUrl({ kind, id, digest }: LineageNode): string {
  if (kind !== 'image') {
    const checksum = digest === undefined ? '' : `?checksum=${encodeURIComponent(digest)}`;
    return `pkg:generic/${encodeURIComponent(id)}${checksum}`;
  }
  const [, place = id, tag] = /^(.+?)(?::([\w][\w.-]{0,127}))?(?:@[^/]*)?$/s.exec(id) ?? [];
  const name = place.split('/').at(-1) || place;
  const qualifiers = [
    ...(place.includes('/') ? [`repository_url=${encodeURIComponent(place)}`] : []),
    ...(tag === undefined ? [] : [`tag=${encodeURIComponent(tag)}`]),
  ];
  return [
    `pkg:oci/${encodeURIComponent(name.toLowerCase())}`,
    ...(digest === undefined ? [] : [`@${encodeURIComponent(digest)}`]),
    ...(qualifiers.length === 0 ? [] : [`?${qualifiers.join('&')}`]),
  ].join('');
}

export function outputsOf(record: LineageRecord, kind: LineageNode['kind']): LineageNode[] {
  return record.outputs.filter((node) => node.kind === kind);
}

export function commitOf(record: LineageRecord): string | undefined {
  return record.inputs.find(({ kind }) => kind === 'commit')?.id;
}
