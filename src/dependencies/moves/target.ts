/** Whether a difference is seen where the model runs. */
import type { Difference } from './compare.ts';
import { evaluateMarker, parseMarker, type MarkerEnvironment } from '../../pep440/markers.ts';
import type { LockEntry } from '../model.ts';
import { dependencyDefaults } from '../settings.ts';

/** Whether a lock that keeps platforms apart has the target's among them; where it has not, all of it counts. */
export function locksTarget(entries: readonly LockEntry[], target: MarkerEnvironment): boolean {
  return entries.some(({ environment }) => platformFits(environment, target));
}

/** False only where every entry that came or went is for other platforms. */
export function isOnTarget(
  { gone, come, rebuilt }: Difference,
  target: MarkerEnvironment = dependencyDefaults.target,
): boolean {
  return [...gone, ...come, ...rebuilt].some((entry) => mayInstall(entry, target));
}

/** An entry's markers are alternatives: one that may hold is enough. */
function mayInstall({ markers, environment }: LockEntry, target: MarkerEnvironment): boolean {
  if (!platformFits(environment, target)) return false;
  return (
    markers.length === 0 ||
    markers.some((text) => {
      const marker = parseMarker(text);
      return marker === undefined || evaluateMarker(marker, target) !== false;
    })
  );
}

const condaSystems: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'osx', win32: 'win' };
const condaMachines: Readonly<Record<string, string>> = {
  x86_64: '64',
  amd64: '64',
  aarch64: 'arm64',
  arm64: 'arm64',
  ppc64le: 'ppc64le',
};

/** conda and pixi name the platform in the environment: `default/osx-arm64`. */
function platformFits(
  environment: string,
  { sys_platform: system = '', platform_machine: machine = '' }: MarkerEnvironment,
): boolean {
  const [, platform, processor] = /(?:^|\/)(linux|osx|win)-([a-z0-9_]+)$/.exec(environment) ?? [];
  return (
    fits(platform, condaSystems[system]) &&
    fits(processor?.replace('aarch64', 'arm64'), condaMachines[machine.toLowerCase()])
  );
}

const wheelSystems: Readonly<Record<string, string>> = {
  macosx: 'darwin',
  win: 'win32',
  manylinux: 'linux',
  musllinux: 'linux',
  linux: 'linux',
};

/** Whether a wheel may be for the target, by the platform in its name; a file without one is for all. */
export function wheelFits(
  file: string,
  { sys_platform: system, platform_machine: machine = '' }: MarkerEnvironment,
): boolean {
  const tag = /-([^-]+)\.whl$/.exec(file)?.[1] ?? 'any';
  const [, kind = ''] = /^(macosx|win|manylinux|musllinux|linux)/.exec(tag) ?? [];
  const isSame = (name: string): boolean => new RegExp(`_(?:${processors[name] ?? name})(?:\\.|$)`).test(tag);
  const known = Object.keys(processors).filter(isSame);
  return (
    fits(wheelSystems[kind], system) &&
    (known.length === 0 ||
      processors[machine.toLowerCase()] === undefined ||
      known.includes(machine.toLowerCase()))
  );
}

/** As wheels write the names of `platform_machine`. */
const processors: Readonly<Record<string, string>> = {
  x86_64: 'x86_64|amd64|intel|universal2',
  aarch64: 'aarch64|arm64|universal2',
  arm64: 'aarch64|arm64|universal2',
  ppc64le: 'ppc64le',
  s390x: 's390x',
  i686: 'i686',
  armv7l: 'armv7l',
};

function fits(found: string | undefined, wanted: string | undefined): boolean {
  return found === undefined || wanted === undefined || found === wanted;
}
