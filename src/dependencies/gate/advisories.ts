/** What the index and a database of advisories say of the versions that came. Asked only where the policy gives their addresses; never decides a verdict. */
import { type DependencySettings, type Move, moveLine } from '../index.ts';
import { Asker } from './advisory-asker.ts';
import { type Answers, openAnswers } from './advisory-cache.ts';
import { listed } from '../findings/wording.ts';
import { depsRules } from '../rules.ts';
import { groupBy } from '../../kernel/group.ts';
import { isRecord } from '../../kernel/record.ts';
import { redact } from '../../kernel/redact.ts';
import type { Finding } from '../../report/model.ts';
import type { Ports } from '../../ports/index.ts';

/** Packages that are asked about; a lock that moves more is made anew, and only its watched ones count. */
const mostPackages = 100;
const atOnce = 8;

interface Came {
  readonly name: string;
  readonly version: string;
  readonly move: Move;
}

/** Nothing where nobody is to be asked, or nothing moved. */
export async function advisoryFindings(
  moves: readonly Move[],
  { advisories }: DependencySettings,
  ports: Pick<Ports, 'http' | 'now' | 'cache'>,
): Promise<Finding[]> {
  const { indexOf, osv } = whomToAsk(advisories, moves);
  const all = indexOf === undefined && osv === undefined ? [] : cameFrom(moves);
  const came = all.slice(0, mostPackages);
  if (came.length === 0) return [];
  const http = await ports.http?.();
  if (http === undefined) return [notAsked('there is no network here')];
  const [index, database] = [new Asker(http, ports.now), new Asker(http, ports.now)];
  const answers = await openAnswers(ports);
  const [yanked, known] = await Promise.all([
    indexOf === undefined ? [] : yankedFindings(came, indexOf, index, answers),
    osv === undefined ? [] : knownFindings(came, osv, database, answers),
  ]);
  await answers.save();
  return [
    ...yanked,
    ...known,
    ...leftOut(all.slice(mostPackages)),
    ...(indexOf === undefined ? [] : unnamedFindings(came, indexOf)),
    ...notKnown(index, came, ['is yanked', 'are yanked']),
    ...notKnown(database, came, ['has advisories', 'have advisories']),
  ];
}

interface Asked {
  /** The JSON interface of the index that serves the package; `undefined` where none is known. */
  readonly indexOf?: (move: Move) => string | undefined;
  readonly osv?: string;
}

/** OSV's own service, which `advisories: true` asks. */
const openDatabase = 'https://api.osv.dev';

function whomToAsk(advisories: DependencySettings['advisories'], moves: readonly Move[]): Asked {
  if (advisories === false) return {};
  if (advisories !== true) {
    const { index, osv } = advisories;
    return {
      ...(index === undefined ? {} : { indexOf: () => index }),
      ...(osv === undefined ? {} : { osv }),
    };
  }
  // What a change itself names is not asked: it would choose to whom this runner speaks.
  const ofBase = new Set(moves.flatMap(({ beforeSources }) => beforeSources));
  const indexOf = ({ afterSources }: Move): string | undefined => {
    const [source = '', ...more] = afterSources;
    return more.length === 0 && ofBase.has(source) ? jsonInterface(source) : undefined;
  };
  return { indexOf, osv: openDatabase };
}

/** `registry https://host/simple` serves the JSON of its packages at `https://host/pypi`, as indexes do that follow Python's own. */
function jsonInterface(source: string): string | undefined {
  return /^(?:registry|index) (https?:\/\/\S+)\/simple\/?$/.exec(source)?.[1]?.concat('/pypi');
}

/** Versions of packages that an index serves, each once, watched ones first. */
function cameFrom(moves: readonly Move[]): readonly Came[] {
  const all = moves
    .filter(({ name, afterSources }) => !name.includes(':') && !afterSources.some(isElsewhere))
    .toSorted((a, b) => Number(b.watched) - Number(a.watched))
    .flatMap((move) =>
      move.after
        .filter((version) => !move.before.includes(version) && /^\d/.test(version))
        .map((version) => ({ name: move.name, version: version.replace(/\+.*$/, ''), move })),
    );
  const once = new Map(all.toReversed().map((one) => [`${one.name} ${one.version}`, one]));
  return [...once.values()].toReversed();
}

function isElsewhere(source: string): boolean {
  return /^(?:conda|git|url|path|file|image)\b/.test(source);
}

/** `{index}/{name}/{version}/json`, as the JSON interface of Python's indexes answers. */
async function yankedFindings(
  came: readonly Came[],
  indexOf: (move: Move) => string | undefined,
  ask: Asker,
  answers: Answers,
): Promise<Finding[]> {
  const found = await inTurns(came, async (one) => {
    const index = indexOf(one.move);
    const reason = index === undefined ? undefined : await yankedReason(one, index, ask, answers);
    if (reason === undefined) return [];
    const because = reason === '' ? '' : `: ${redact(reason).slice(0, 200)}`;
    const message = `${one.name} ${one.version} was yanked by its publisher${because}.`;
    return [depsRules.yanked.finding({ message, ...placeOf(one), help: helpFor(one) })];
  });
  return found.flat();
}

/** One for each lock that does not say which index serves what came, or whose index is not known to answer. */
function unnamedFindings(
  came: readonly Came[],
  indexOf: (move: Move) => string | undefined,
): readonly Finding[] {
  const byFile = groupBy(
    came.filter(({ move }) => indexOf(move) === undefined),
    ({ move }) => move.file,
  );
  return [...byFile].map(([file, all]) => {
    const names = all.map(({ name, version }) => `${name} ${version}`);
    const [is, them] = all.length === 1 ? ['is', 'it'] : ['are', 'them'];
    const message = `Whether ${listed(names, 5)} ${is} yanked is not known: ${file} of the base does not name an index with a JSON interface for ${them}.`;
    const help = 'Name the index in the policy: `advisories: { index: … }`.';
    return depsRules['advisories-unknown'].finding({ message, file, help });
  });
}

/** Empty where the publisher gave none; `undefined`: it was not yanked, or that is not known. */
async function yankedReason(
  { name, version }: Came,
  index: string,
  ask: Asker,
  answers: Answers,
): Promise<string | undefined> {
  const question = `yanked ${index} ${name} ${version}`;
  const known = answers.get(question);
  if (typeof known === 'string' || known === null) return known ?? undefined;
  const path = `${encodeURIComponent(name)}/${encodeURIComponent(version)}/json`;
  const asked = { address: index, path, subjects: [`${name} ${version}`] };
  const answer = await ask.json(asked);
  if (answer === undefined) return undefined;
  const { yanked, yanked_reason: given } = recordAt(answer, 'info') ?? {};
  if (typeof yanked !== 'boolean') return ask.without('whether a version was yanked', asked);
  const reason = !yanked ? undefined : typeof given === 'string' ? given.slice(0, 500) : '';
  answers.set(question, reason ?? null);
  return reason;
}

/** One question for all, as OSV's `/v1/querybatch` answers: `results[i].vulns[].id`. */
async function knownFindings(
  came: readonly Came[],
  osv: string,
  ask: Asker,
  answers: Answers,
): Promise<Finding[]> {
  const questionOf = ({ name, version }: Came): string => `osv ${osv} ${name} ${version}`;
  const open = came.filter((one) => answers.get(questionOf(one)) === undefined);
  if (open.length > 0) {
    const queries = open.map(({ name, version }) => ({ package: { name, ecosystem: 'PyPI' }, version }));
    const subjects = open.map(({ name, version }) => `${name} ${version}`);
    const asked = { address: osv, path: 'v1/querybatch', body: { queries }, subjects };
    const answer = await ask.json(asked);
    const results = recordAt({ answer }, 'answer')?.['results'];
    if (Array.isArray(results) && results.length === open.length && results.every(isResult))
      for (const [index, one] of open.entries()) answers.set(questionOf(one), idsIn(results[index]));
    else if (answer !== undefined) ask.without('which advisories there are', asked);
  }
  return came.flatMap((one) => {
    const ids = textsIn(answers.get(questionOf(one)));
    if (ids.length === 0) return [];
    const more = ids.length > 5 ? ` and ${ids.length - 5} more` : '';
    const message = `${one.name} ${one.version} has known advisories: ${ids.slice(0, 5).join(', ')}${more}.`;
    return [depsRules.advisory.finding({ message, ...placeOf(one), help: helpFor(one) })];
  });
}

/** OSV answers `{}` for a version without advisories. */
function isResult(result: unknown): boolean {
  return isRecord(result) && (result['vulns'] === undefined || Array.isArray(result['vulns']));
}

function idsIn(result: unknown): readonly string[] {
  const vulns: unknown = recordAt({ result }, 'result')?.['vulns'];
  return textsIn((Array.isArray(vulns) ? vulns : []).map((vuln) => recordAt({ vuln }, 'vuln')?.['id']));
}

function textsIn(value: unknown): readonly string[] {
  const texts = (Array.isArray(value) ? value : []).filter((one) => typeof one === 'string');
  return texts.slice(0, 50).map((one) => one.slice(0, 40));
}

async function inTurns<T, R>(items: readonly T[], run: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    results.push(...(await Promise.all(items.slice(from, from + atOnce).map(run))));
  return results;
}

function recordAt(value: unknown, key: string): Readonly<Record<string, unknown>> | undefined {
  const found = isRecord(value) ? value[key] : undefined;
  return isRecord(found) ? found : undefined;
}

function placeOf({ move: { file, line, column } }: Came): Pick<Finding, 'file' | 'line' | 'column'> {
  return { file, line, column };
}

function helpFor({ move }: Came): string {
  return `Choose another version than that of ${moveLine(move)}, or read what is said of it.`;
}

function notAsked(reason: string): Finding {
  const message = `Whether the versions that came are yanked or have advisories is not known: ${reason}.`;
  return depsRules['advisories-unknown'].finding({ message });
}

/** One for each reason, with the versions that it is about. */
function notKnown(
  { failures }: Asker,
  came: readonly Came[],
  what: readonly [ofOne: string, ofMany: string],
): readonly Finding[] {
  return [...failures].map(([reason, about]) => {
    const subjects = came
      .map(({ name, version }) => `${name} ${version}`)
      .filter((one) => about.includes(one));
    const message = `Whether ${listed(subjects, 5)} ${what[subjects.length === 1 ? 0 : 1]} is not known: ${reason}.`;
    return depsRules['advisories-unknown'].finding({ message });
  });
}

function leftOut(rest: readonly Came[]): readonly Finding[] {
  if (rest.length === 0) return [];
  const names = rest.map(({ name, version }) => `${name} ${version}`);
  const message = `Whether ${listed(names, 5)} are yanked or have advisories was not asked: of more than ${mostPackages} versions that came only the first are asked about, watched packages before others.`;
  return [depsRules['advisories-unknown'].finding({ message })];
}
