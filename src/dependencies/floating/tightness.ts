/** How much a statement leaves open: what the next install may bring where no lock decides. */
import type { Statement } from '../model.ts';
import { alternativesOf } from '../moves/ranges.ts';
import type { Clause } from '../../pep440/specifier.ts';

/** One version or commit; up to an upper bound; whatever is newest. From the tightest to the loosest. */
export const tightnesses = ['exact', 'capped', 'open'] as const;
export type Tightness = (typeof tightnesses)[number];

export function isLooser(now: Tightness, before: Tightness): boolean {
  return tightnesses.indexOf(now) > tightnesses.indexOf(before);
}

/** The tightest of several; `open` where there is none. */
export function tightest(all: readonly Tightness[]): Tightness {
  return tightnesses.find((one) => all.includes(one)) ?? 'open';
}

/** `undefined`: it says nothing of versions (the repository's own code, an index), or cannot be read. */
export function tightnessOf(statement: Statement): Tightness | undefined {
  const { kind, text, specifier } = statement;
  if (kind === 'index' || kind === 'option' || isOwnCode.test(text)) return undefined;
  if (statement.unknown === true) return 'exact';
  if (kind === 'image') return imageTightness(text.slice(statement.name.length).trim());
  if (statement.name.startsWith('os:')) return specifier === '' ? 'open' : 'exact';
  if (statement.name.startsWith('interpreter:')) return /\d\.\d/.test(specifier) ? 'exact' : 'open';
  // An index says where a package comes from, and nothing of its version.
  if (kind === 'source' && /^\S+ source index=/.test(text)) return undefined;
  const fetched = gitTightness(text) ?? archiveTightness(text);
  if (fetched !== undefined) return fetched;
  if (kind === 'source') return undefined;
  return statement.dialect === 'conda' ? condaTightness(statement) : rangeTightness(statement);
}

const isOwnCode = /(?:^|\s)(?:path|file|directory|workspace|editable)=/;

/** A digest is one image, `24.05` may be pushed again, and `latest`, or a tag without a digit, names no version. */
function imageTightness(reference: string): Tightness {
  if (reference.includes('@')) return 'exact';
  return /\d/.test(reference) && !isLatest.test(reference) ? 'capped' : 'open';
}

const isLatest = /(?:^|[-_.])(?:latest|nightly|main|master|edge|rolling)(?:$|[-_.])/;

/** `git+https://host/name@v1`, and the keys of uv, Poetry, Pipenv and pixi. */
function gitTightness(text: string): Tightness | undefined {
  const inline = /(?:^|\s)git\+[a-z]+:\/\/[^/\s]+\/[^@#\s]*(?:@([^#\s]+))?/i.exec(text);
  if (inline !== null) return revisionTightness(inline[1]);
  if (!/(?:^|\s)git=/.test(text)) return undefined;
  if (/(?:^|\s)tag=/.test(text)) return 'exact';
  return revisionTightness(/(?:^|\s)(?:rev|ref)=(\S+)/.exec(text)?.[1]);
}

/** A commit or a tag with a version stays what it is; everything else is a branch. */
export function revisionTightness(revision: string | undefined): Tightness {
  if (revision === undefined) return 'open';
  return /^[0-9a-f]{7,64}$/i.test(revision) || /\d\.\d/.test(revision) ? 'exact' : 'open';
}

/** A file stays what it is, unless it is an archive of a branch. */
function archiveTightness(text: string): Tightness | undefined {
  if (!/(?:^|[\s=])(?!git)[a-z][a-z0-9+.-]*:\/\//i.test(text)) return undefined;
  const revision = /\/(?:archive|zipball|tarball)\/(?:refs\/\w+\/)?(.+?)(?:\.zip|\.tar\.gz)?(?:[#\s]|$)/.exec(
    text,
  )?.[1];
  return revision === undefined ? 'exact' : revisionTightness(revision);
}

type Ranged = Pick<Statement, 'specifier' | 'dialect'>;

function rangeTightness(range: Ranged): Tightness | undefined {
  const alternatives = alternativesOf(range);
  if (alternatives === undefined) return undefined;
  const all = alternatives.map((clauses) => tightest(clauses.map(clauseTightness)));
  return tightnesses.findLast((one) => all.includes(one));
}

function clauseTightness({ operator, prefix }: Clause): Tightness {
  if (operator === '===' || (operator === '==' && !prefix)) return 'exact';
  return operator === '==' || operator === '~=' || operator.startsWith('<') ? 'capped' : 'open';
}

/** conda's `=2.4.0=*cuda12*` chooses among builds for a CPU and for each CUDA; `=2.4.0` takes any of them. */
export function losesBuild(before: Ranged, now: Ranged): boolean {
  return before.dialect === 'conda' && hasBuild(before.specifier) && !hasBuild(now.specifier);
}

function hasBuild(specifier: string): boolean {
  if (/[<>,|]/.test(specifier)) return false;
  const [, build = ''] = specifier
    .slice(0, 300)
    .split(/[=\s]+/)
    .filter((part) => part !== '');
  return /[a-z]/i.test(build);
}

/** `=2.4.0` is any build of a release, as people pin in conda's files; `=2.4` any release of a series. */
function condaTightness(range: Ranged): Tightness | undefined {
  const pin = /^(={0,2})\s*(\d[^\s=*<>,|]*)(?:[=\s]\s*\S+)?$/.exec(range.specifier);
  if (pin === null) return rangeTightness(range);
  return pin[1] === '==' || (pin[2] ?? '').split('.').length > 2 ? 'exact' : 'capped';
}
