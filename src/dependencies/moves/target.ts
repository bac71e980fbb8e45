/** Whether a difference is seen where the model runs. */
import type { Difference } from './compare.ts';
import { evaluateMarker, parseMarker, type MarkerEnvironment } from '../../pep440/markers.ts';
import type { LockEntry } from '../model.ts';
import { dependencyDefaults } from '../settings.ts';

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

const condaPlatforms: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'osx', win32: 'win' };

/** conda and pixi name the platform in the environment: `default/osx-arm64`. */
function platformFits(environment: string, { sys_platform: system }: MarkerEnvironment): boolean {
  const platform = /(?:^|\/)(linux|osx|win)-[a-z0-9_]+$/.exec(environment)?.[1];
  const wanted = system === undefined ? undefined : condaPlatforms[system];
  return platform === undefined || wanted === undefined || platform === wanted;
}
