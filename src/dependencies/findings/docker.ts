import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Move, Parsed, RangeChange } from '../model.ts';
import { arrow } from './wording.ts';

/** A Dockerfile's own risks: what a base image brings along, and packages installed in whatever version is newest. */
export function dockerFindings(
  before: Parsed,
  after: Parsed,
  moves: readonly Move[],
  ranges: readonly RangeChange[],
  isWatched: (name: string) => boolean,
): Finding[] {
  const floats = new Set(ranges.filter((range) => range.floats).map(({ name }) => name));
  const images = moves.filter((move) => isImageMove(move) && !floats.has(move.name));
  return [...images.map(imageFinding), ...unpinned(before, after, isWatched)];
}

function isImageMove({ name, watched, class: kind, after }: Move): boolean {
  return watched && name.startsWith('image:') && kind === 'requested' && after.length > 0;
}

function imageFinding(move: Move): Finding {
  const { file, line, column } = move;
  const message = `The base image ${move.name.slice('image:'.length)} moved: ${arrow(move)}. It brings its own Python packages, CUDA and cuDNN, which no lock shows.`;
  const help =
    "Read the image's release notes for its torch and CUDA, and run the regression gate on the built image.";
  return depsRules['base-image'].finding({ message, file, line, column, help });
}

/** Only what this change brought; what was installed before in another version floats. */
function unpinned(before: Parsed, after: Parsed, isWatched: (name: string) => boolean): Finding[] {
  const old = new Set(before.statements.filter(({ kind }) => kind !== 'option').map(({ name }) => name));
  const fresh = after.statements.filter((statement) => {
    const isRequirement =
      statement.kind === 'requirement' && statement.name !== '*' && isWatched(statement.name);
    return isRequirement && statement.text === statement.name && !old.has(statement.name);
  });
  return fresh.map(({ name, file, line, column }) =>
    depsRules.unpinned.finding({
      message: `${name} is installed without a version: every build of this image may get another one.`,
      file,
      line,
      column,
      help: `Pin it, for example ${name}==1.2.3, or install it from the lock.`,
    }),
  );
}
