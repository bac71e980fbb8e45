/** Packages that a file takes away and names nowhere else: what a base image or a list brought. */
import { depsRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import type { Move, Parsed, Uninstall } from '../model.ts';
import { nameMatcher } from '../../pep440/names.ts';
import { uniqueBy } from '../../kernel/group.ts';
import { displayName } from '../floating/findings.ts';

/** One for each watched package that is taken away now and was not, or the other way round. */
export function uninstalledFindings(
  before: Parsed,
  after: Parsed,
  moves: readonly Move[],
  isWatched: (name: string) => boolean,
): Finding[] {
  const isOpen = ({ name, isSettled }: Uninstall): boolean =>
    !isSettled && isWatched(name) && !moves.some((move) => nameMatcher([name])(move.name));
  const [old, now] = [before, after].map(({ uninstalls = [] }) =>
    uniqueBy(uninstalls.filter(isOpen), nameOf),
  );
  return [...missingIn(old, now).map(goneFinding), ...missingIn(now, old).map(backFinding)];
}

function missingIn(some: readonly Uninstall[] = [], all: readonly Uninstall[] = []): readonly Uninstall[] {
  const known = new Set(some.map(nameOf));
  return all.filter(({ name }) => !known.has(name));
}

function nameOf({ name }: Uninstall): string {
  return name;
}

function goneFinding({ name, by, file, line, column }: Uninstall): Finding {
  const verb = by.isMaybe ? 'may be taken away' : 'is taken away';
  const message = `${displayName(name)} ${verb} here: what a base image or a list brought of it is not there any more.`;
  return depsRules.uninstalled.finding({ message, file, line, column });
}

function backFinding({ name, file }: Uninstall): Finding {
  const message = `${displayName(name)} is no longer taken away: what a base image or a list brings of it is there again.`;
  return depsRules.uninstalled.finding({ message, file, line: 1 });
}
