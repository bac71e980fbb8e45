import { channelOf, type CommitVersion } from './commit-version.ts';
import type { Version } from './version.ts';

export interface NameContext {
  readonly prefix: string;
  /** The pull request that is being built, while the commit has no version of its own. */
  readonly pullRequest?: number;
  readonly previous?: Version;
  /** ISO 8601 date of the commit. */
  readonly committedAt: string;
  /** Web address of the repository. */
  readonly source?: string;
}

/** What else a version is called, each by the rules of who reads it. */
export interface DerivedNames {
  readonly channel: string;
  /** A tag by the OCI distribution grammar. */
  readonly dockerTag: string;
  /** A version by PEP 440. */
  readonly pep440: string;
  /** A DNS label (RFC 1123), as Kubernetes and ML platforms ask of job names. */
  readonly jobName: string;
  /** OCI image annotations. */
  readonly labels: Readonly<Record<string, string>>;
}

export function derivedNames(version: CommitVersion, context: NameContext): DerivedNames {
  const pullRequest = version.tagged === undefined ? context.pullRequest : undefined;
  const own = pullRequest === undefined ? version.version : `pr-${pullRequest}`;
  return {
    channel: pullRequest === undefined ? channelOf(version) : 'pr',
    dockerTag: dockerTag(`${context.prefix}${own}`),
    pep440: pep440(version, context.previous),
    jobName: jobName(`${context.prefix}${own}`, version.sha),
    labels: labels(version, context),
  };
}

/** `[\w][\w.-]{0,127}`, where `/` becomes `-` and `+` becomes `_`; what is too long keeps its end, which tells versions apart. */
function dockerTag(name: string): string {
  const clean = name.replaceAll('+', '_').replaceAll(/[^\w.-]/g, '-');
  return clean.slice(-128).replace(/^[.-]+/, '');
}

/** PEP 440 spellings of pre-release words. */
const preReleaseWords: Readonly<Record<string, string>> = {
  alpha: 'a',
  a: 'a',
  beta: 'b',
  b: 'b',
  rc: 'rc',
  c: 'rc',
  pre: 'rc',
  preview: 'rc',
};

/**
 * `2.3.1`; `2.4.0rc1` of v2.4.0-rc.1; `2.4.0.dev0+nightly.7` of a pre-release that PEP 440 has no word for;
 * `2.3.2.dev0+gabc123d4` for a commit after v2.3.1 that has no tag.
 */
function pep440({ sha, tagged }: CommitVersion, previous: Version | undefined): string {
  if (tagged === undefined) return `${afterwards(previous)}.dev0+g${sha.slice(0, 8)}`;
  const core = `${tagged.major}.${tagged.minor}.${tagged.patch}`;
  const { post, dev } = tagged;
  const after = `${post === undefined ? '' : `.post${post}`}${dev === undefined ? '' : `.dev${dev}`}`;
  const local = `${after}${localPart(tagged.build)}`;
  const [word = '', number = '0', ...more] = tagged.preRelease;
  if (word === '') return core + local;
  const spelled = new Map(Object.entries(preReleaseWords)).get(word.toLowerCase());
  if (spelled !== undefined && more.length === 0 && /^\d+$/.test(number))
    return `${core}${spelled}${number}${local}`;
  return `${core}.dev0${localPart([...tagged.preRelease, tagged.build].filter((part) => part !== '').join('.'))}`;
}

function afterwards(previous: Version | undefined): string {
  return previous === undefined ? '0.0.0' : `${previous.major}.${previous.minor}.${previous.patch + 1}`;
}

/** Letters and digits between dots, in lower case; numbers without leading zeros, as tools normalise them. */
function localPart(text: string): string {
  const clean = text
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '.')
    .replaceAll(/^\.+|\.+$/g, '')
    .replaceAll(/(?<![a-z\d])0+(?=\d+(?:\.|$))/g, '');
  return clean === '' ? '' : `+${clean}`;
}

/** `qwen3-vl-v2-3-1-abc123d4`, at most 63 characters: two runs of one commit share it, two commits never do. */
function jobName(name: string, sha: string): string {
  const ending = sha.slice(0, 8);
  const clean = name
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const whole = clean.endsWith(ending) ? clean : `${clean}-${ending}`;
  return whole.slice(-63).replace(/^-+/, '');
}

const annotation = 'org.opencontainers.image';

function labels(
  { sha, version }: CommitVersion,
  { committedAt, source }: NameContext,
): Record<string, string> {
  return {
    [`${annotation}.version`]: version,
    [`${annotation}.revision`]: sha,
    [`${annotation}.created`]: committedAt,
    ...(source === undefined ? {} : { [`${annotation}.source`]: source }),
  };
}
