import { parseSpecifiers, satisfies } from '../../pep440/specifier.ts';
import { parseVersion } from '../../pep440/version.ts';
import type { FrameworkFacts, Pin, Pins } from './facts.ts';
import { projectName, readPin } from './pin-texts.ts';

/** Locks first, for what they say is what runs. */
const lockFiles = [
  'uv.lock',
  'poetry.lock',
  'pdm.lock',
  'pylock.toml',
  'pixi.lock',
  'Pipfile.lock',
  'conda-lock.yml',
];
const requirementsFile = /(?:^|\/)[\w.-]*requirements[\w.-]*\.txt$|(?:^|\/)requirements\/[\w.-]+\.txt$/;
const otherFile =
  /(?:^|\/)(?:pyproject\.toml|pixi\.toml|Pipfile|setup\.(?:py|cfg)|environment\.ya?ml|(?:Dockerfile|Containerfile)[\w.-]*|[\w.-]+\.Dockerfile|(?:docker-)?compose[\w.-]*\.ya?ml)$/;
/** Manifests that name the image of a server. */
const manifest = /(?:^|\/)(?:k8s|kubernetes|deploy|deployments?|manifests|helm|serving)\/[^/]+\.ya?ml$/;
/** Environments of their own, which run none of the repository's configs. */
const elsewhere =
  /(?:^|\/)(?:tests?|testdata|fixtures|docs?|examples?|benchmarks?|node_modules|third_party|vendor|\.github)\//;
const maxFiles = 40;

/** Files of a repository that decide on versions, those that decide first in front: of the root before those of folders. */
export function pinFiles(paths: readonly string[]): string[] {
  const ranked = paths.flatMap((path) => {
    const rank = rankOf(path);
    return rank === undefined || elsewhere.test(path) ? [] : [{ path, rank, depth: depthOf(path) }];
  });
  // two files of one rank stay in their order
  const sorted = ranked.toSorted((a, b) => a.depth - b.depth || a.rank - b.rank);
  return sorted.slice(0, maxFiles).map(({ path }) => path);
}

function rankOf(path: string): number | undefined {
  const lock = lockFiles.indexOf(path.slice(path.lastIndexOf('/') + 1));
  if (lock >= 0) return lock;
  if (requirementsFile.test(path)) return lockFiles.length;
  return otherFile.test(path) || manifest.test(path) ? lockFiles.length + 1 : undefined;
}

/** Folders of requirements and of images belong to the root. */
function depthOf(path: string): number {
  return path.replace(/^(?:requirements|docker)\//, '').split('/').length;
}

/** The versions of frameworks that texts of such files decide on: the first exact one counts, else the first range. */
export function pinsIn(
  texts: readonly { readonly file: string; readonly text: string }[],
  facts: FrameworkFacts,
): Pins {
  const pins = new Map<string, Pin>();
  const disputed = new Set<string>();
  // what its files take from elsewhere of the package that a repository makes says nothing of its own configs
  const own = new Set(texts.map(({ file, text }) => projectName(file, text)));
  for (const [name, { versions }] of Object.entries(facts))
    if (own.has(name))
      pins.set(name, { version: versions.at(-1) ?? '', file: '', isExact: true, isOwn: true });
  for (const { file, text } of texts) {
    const words = spelledAlike(text);
    for (const [name, { versions }] of Object.entries(facts)) {
      if (!words.includes(name)) continue;
      const earlier = pins.get(name);
      if (own.has(name) || disputed.has(name) || (earlier !== undefined && isSettled(earlier, file)))
        continue;
      const pin = pinOf(name, file, text, versions);
      if (pin === undefined) continue;
      if (earlier === undefined || (pin.isExact && !earlier.isExact)) pins.set(name, pin);
      else if (pin.isExact && pin.version !== earlier.version) {
        // folders with environments of their own: which of them runs a config is not known
        disputed.add(name);
        pins.set(name, { ...earlier, isExact: false });
      }
    }
  }
  return pins;
}

/** As names of packages are compared: to look for one is cheap, to make the patterns that read what is said of it is not. */
function spelledAlike(text: string): string {
  return text.toLowerCase().replaceAll(/[_.]/g, '-');
}

/** What the root says goes before what folders say. */
function isSettled(earlier: Pin, file: string): boolean {
  return depthOf(earlier.file) === 1 && (earlier.isExact || depthOf(file) > 1);
}

/** The versions that count for one file: what a folder pins is sure of that folder alone. */
export function pinsFor(file: string, pins: Pins): Pins {
  const isSure = (pin: Pin): boolean =>
    depthOf(pin.file) === 1 || file.startsWith(pin.file.slice(0, pin.file.lastIndexOf('/') + 1));
  return [...pins.values()].every(isSure)
    ? pins
    : new Map(Array.from(pins, ([name, pin]) => [name, isSure(pin) ? pin : { ...pin, isExact: false }]));
}

function pinOf(name: string, file: string, text: string, versions: readonly string[]): Pin | undefined {
  const read = readPin(name, file, text);
  if (read === undefined) return undefined;
  if ('version' in read) return { version: read.version, file, isExact: true };
  if ('commit' in read) {
    const newest = versions.at(-1);
    return newest === undefined ? undefined : { version: newest, file, isExact: false, commit: read.commit };
  }
  const ranges = read.specifiers.flatMap((specifier) => {
    const clauses = parseSpecifiers(specifier);
    return clauses === undefined ? [] : [clauses];
  });
  const newest = versions.findLast((version) => {
    const parsed = parseVersion(version);
    return parsed !== undefined && ranges.some((clauses) => satisfies(parsed, clauses));
  });
  // a range of which no version is known: its own bound, to which the nearest is found
  const version = newest ?? ranges[0]?.find((clause) => clause.version !== undefined)?.text;
  return version === undefined ? undefined : { version, file, isExact: false };
}
