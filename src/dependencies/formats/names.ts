/** The paths by which formats are known, apart from their readers: most changes touch none, and then no reader is loaded. */
import { installFormats } from './install-files.ts';

const named = (pattern: RegExp) => (path: string) => pattern.test(path);

/** Of each format with a reader of its own. */
export const takes = {
  uvLock: named(/(?:^|\/)uv\.lock$/),
  poetryLock: named(/(?:^|\/)poetry\.lock$/),
  pdmLock: named(/(?:^|\/)pdm[^/]*\.lock$/),
  pipfileLock: named(/(?:^|\/)Pipfile\.lock$/),
  pylock: named(/(?:^|\/)pylock\.(?:[^./]+\.)?toml$/),
  condaLock: named(/(?:^|\/)(?:[^/]*[-_.])?conda-lock\.ya?ml$/),
  pixiLock: named(/(?:^|\/)pixi\.lock$/),
  pipInspect: named(/(?:^|\/)[^/]*pip[-_]?inspect[^/]*\.json$/i),
  pipList: named(/(?:^|\/)[^/]*pip[-_]?list[^/]*\.json$/i),
  pyproject: named(/(?:^|\/)(?:pyproject|uv)\.toml$/),
  pixiManifest: named(/(?:^|\/)pixi\.toml$/),
  pipfile: named(/(?:^|\/)Pipfile$/),
  setupCfg: named(/(?:^|\/)setup\.cfg$/),
  setupPy: named(/(?:^|\/)setup\.py$/),
  requirements: named(
    /(?:^|\/)(?:[^/]*(?:requirements|constraints)[^/]*\.(?:txt|in)|requirements\/[^/]+\.(?:txt|in)|(?:[^/]*[-_.])?freeze\.txt|pip[-_]?freeze[^/]*\.txt)$/i,
  ),
  condaEnvironment: named(
    /(?:^|\/)(?:environment[^/]*|(?:[^/]*[-_.])?(?:environment|env)|conda(?!-lock)[^/]*|environments\/[^/]+)\.ya?ml$/i,
  ),
} satisfies Record<string, (path: string) => boolean>;

const own = Object.values(takes);

/** Whether some format reads it. */
export function isRead(path: string): boolean {
  return (
    !isCode(path) &&
    (own.some((takesIt) => takesIt(path)) || installFormats.some(({ supports }) => supports(path)))
  );
}

/** A lock or manifest, or an image's: other files count only where they install something. */
export function isLasting(path: string): boolean {
  if (isCode(path)) return false;
  if (own.some((takesIt) => takesIt(path))) return true;
  const found = installFormats.find(({ supports }) => supports(path));
  return found !== undefined && found.isIncidental !== true;
}

const codeEndings =
  /\.(?:pyi?|ipynb|cc?|cpp|cuh?|hp?p?|rs|go|jsx?|tsx?|css|html|md|rst|png|jpe?g|gif|svg|pdf|csv|jsonl|npy|pt)$/;
const namesThatInstall = /(?:setup|noxfile)\.py$|(?:docker|container)file|singularity|apptainer/i;

/** Most of a repository, and none of its formats: for a hundred thousand files the patterns of all of them are too many. */
export function isCode(path: string): boolean {
  return codeEndings.test(path) && !namesThatInstall.test(path);
}
