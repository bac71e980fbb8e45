/** What installers are given beside what to install: differences that change which versions come, and from where. */
import { depsRules } from '../rules.ts';
import { groupBy } from '../../kernel/group.ts';
import type { Finding } from '../../report/model.ts';
import type { Rule } from '../../report/rule.ts';
import type { InstallOption, Statement } from '../model.ts';
import { listed } from '../findings/wording.ts';
import { reportedAddresses } from './indexes.ts';

interface Sides {
  readonly before: readonly Statement[];
  readonly after: readonly Statement[];
}

interface Kind {
  readonly rule: Rule;
  /** It counts where it comes, or where it goes. */
  readonly when: 'come' | 'gone';
  /** Only where the package was installed before, and still is. */
  readonly onlyKnown?: boolean;
  readonly says: (names: string, value: string) => string;
  readonly help: string;
}

const kinds: Readonly<Record<InstallOption, Kind>> = {
  constraints: {
    rule: depsRules.floats,
    when: 'gone',
    onlyKnown: true,
    says: (names, value) =>
      `${names} no longer installed under the constraint file ${value}: what it needs now floats`,
    help: 'Name the constraint file again, or bound the packages where they are asked for.',
  },
  'pre-releases': {
    rule: depsRules.floats,
    when: 'come',
    says: (names) => `${names} may be a pre-release from now on: now floats`,
    help: 'Name the pre-release that you want (torch==2.10.0rc1) and leave the option out.',
  },
  'no-deps': {
    rule: depsRules['no-deps'],
    when: 'come',
    says: (names) =>
      `${names} installed with --no-deps from now on: what it needs comes in whatever version is there, or not at all`,
    help: 'Leave --no-deps out, or pin what the package needs beside it and check the image with `pip check`.',
  },
  'trusted-host': {
    rule: depsRules['index-changed'],
    when: 'come',
    says: (names, value) =>
      `${names} fetched from an index whose host ${value} is not verified from now on (--trusted-host)`,
    help: 'Use https with a certificate that the installer can verify.',
  },
  index: {
    rule: depsRules['index-changed'],
    when: 'come',
    onlyKnown: true,
    says: (names, value) => `${names} installed from another index from now on: ${value}`,
    help: 'The same version may be another build there. Name a build (torch==2.9.0+cu128) where it counts.',
  },
  strategy: {
    rule: depsRules['index-changed'],
    when: 'come',
    says: (names, value) =>
      `${names} resolved over all indexes at once from now on (${value}): any of them may serve any package`,
    help: 'Leave the option out, and say which index serves which package.',
  },
};

const indexLost: Kind = {
  rule: depsRules['index-changed'],
  when: 'gone',
  onlyKnown: true,
  says: (names, value) => `${names} no longer installed from ${value}`,
  help: 'The same version may be another build on the index that is asked now.',
};

const constraintsReplaced: Kind = {
  rule: depsRules.floats,
  when: 'gone',
  onlyKnown: true,
  says: (names, value) =>
    `${names} installed under another constraint file in place of ${value}: what only that bounds now floats`,
  help: 'See that the other constraint file bounds the same packages, or name this one again.',
};

/** One finding for each option, value and line. */
export function optionFindings(file: string, sides: Sides, isWatched: (name: string) => boolean): Finding[] {
  const [before, after] = [optionsOf(sides.before), optionsOf(sides.after)];
  const come = minus(after, before).filter(({ kind }) => kind.when === 'come');
  const gone = minus(before, after).filter(
    ({ kind, said }) => kind.when === 'gone' && !isReplaced(said, after),
  );
  const lost = minus(before, after)
    .filter(({ said }) => said.option === 'index' && !isReplaced(said, minus(after, before)))
    .map(({ said }) => ({ said, kind: indexLost }));
  const replaced = minus(before, after)
    .filter(({ said }) => said.option === 'constraints' && isReplaced(said, after))
    .map(({ said }) => ({ said, kind: constraintsReplaced }));
  const reported = reportedAddresses(sides.before, sides.after);
  const told = [...come, ...gone, ...lost, ...replaced].filter(
    ({ kind, said }) =>
      !(said.option === 'index' && said.installed === undefined && reported.has(said.specifier)) &&
      (said.name === '*' || said.option === 'trusted-host' || isWatched(said.name)) &&
      (kind.onlyKnown !== true || isKnown(said, sides)),
  );
  const groups = groupBy(told, ({ said }) => [said.option, said.specifier, said.line].join('\0'));
  return [...groups.values()].map((group) => findingOf(file, group, sides.after));
}

interface Told {
  readonly said: Statement;
  readonly kind: Kind;
}

function optionsOf(statements: readonly Statement[]): readonly Told[] {
  return statements.flatMap((said) =>
    said.option === undefined ? [] : [{ said, kind: kinds[said.option] }],
  );
}

function minus(all: readonly Told[], others: readonly Told[]): readonly Told[] {
  const known = new Set(others.map(({ said }) => said.text));
  return all.filter(({ said }) => !known.has(said.text));
}

/** Another constraint file took its place. */
function isReplaced({ name, option }: Statement, after: readonly Told[]): boolean {
  return after.some(({ said }) => said.option === option && (said.name === name || said.name === '*'));
}

/** Installed at both ends: what is pinned brings along what it needs, in versions that only a constraint bounds. */
function isKnown({ name }: Statement, { before, after }: Sides): boolean {
  if (name === '*') return true;
  return [before, after].every((side) => side.some((one) => one.name === name && one.option === undefined));
}

function findingOf(file: string, group: readonly Told[], after: readonly Statement[]): Finding {
  const [first] = group;
  if (first === undefined) throw new Error('a group without members');
  const names = [...new Set(group.map(({ said }) => said.name))];
  const isOne = names.length === 1 && names[0] !== '*';
  const who = names.includes('*') ? 'Everything is' : `${listed(names, 8)} ${isOne ? 'is' : 'are'}`;
  const { kind, said } = first;
  const spot = kind.when === 'come' ? said : after.find(({ name }) => names.includes(name));
  const subject = said.option === 'pre-releases' ? who.replace(/ (?:is|are)$/, '') : who;
  return kind.rule.finding({
    message: `${kind.says(subject, said.specifier)} (${file}).`,
    file,
    ...(spot === undefined ? {} : { line: spot.line, column: spot.column }),
    help: kind.help,
  });
}
