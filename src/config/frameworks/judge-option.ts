import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigNode } from '../../documents/tree/node.ts';
import { isSlip, nearest } from '../../kernel/near.ts';
import type { Finding } from '../../report/model.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { minorOf } from './facts.ts';
import type { Judged, SetOption } from './judged.ts';
import { type OptionFacts, factsOf, optionsOf } from './options.ts';
import { closedSections, commonNames } from './names.ts';
import { type Reader, type Refusal, refusalOf } from './values.ts';

/** What a framework says of one option that a config sets. */
export function judgeOption(document: ConfigDocument, option: SetOption, judged: Judged): Finding[] {
  const { name, section, value } = option;
  // what the program itself declares is its own
  if (value.source?.kind === 'default' || commonNames.has(name)) return [];
  const isInherited = judged.inherited.has(judged.kind === undefined ? name : name.slice(section.length));
  const { place, framework, now } = judged;
  // what is built on this package declares the option anew
  if (judged.outer.some((outer) => declaresNow(outer, name))) return [];
  const groups = place.groups
    .map((group) => factsOf(framework, group, name))
    .filter(({ length }) => length > 0);
  if (groups.length === 0)
    return isInherited || isAdded(value) ? [] : unknownOption(document, option, judged);
  const current = groups.flatMap((spans) => spans.filter(({ first, last }) => first <= now && now <= last));
  if (current.length > 0)
    return [...oldName(document, option, judged), ...badValue(document, option, judged, { current, groups })];
  return isInherited || isAdded(value) || place.isConverted === true
    ? []
    : absentOption(document, option, judged, groups[0] ?? []);
}

function declaresNow({ place, framework, now }: Judged, name: string): boolean {
  return place.groups.some((group) =>
    factsOf(framework, group, name).some(({ first, last }) => first <= now && now <= last),
  );
}

/** `+a.b=c` adds what there is not. */
function isAdded({ source }: ConfigNode): boolean {
  return source?.kind === 'override' && source.name?.startsWith('+') === true;
}

/** An option that has another name, of a framework that takes both. */
function oldName(document: ConfigDocument, { name, path }: SetOption, judged: Judged): Finding[] {
  const { place, framework } = judged;
  const called = Object.hasOwn(framework.renamed, name) ? framework.renamed[name] : undefined;
  if (place.takesOldNames !== true || called === undefined) return [];
  return [
    aroundRules['framework-option'].finding({
      file: document.file,
      ...document.place(path, 'key'),
      message: `${name} is an old name in ${place.package} (${versionWords(judged)})`,
      help: `it is called ${called} now`,
    }),
  ];
}

/** An option that other versions have. */
function absentOption(
  document: ConfigDocument,
  { name, path }: SetOption,
  judged: Judged,
  spans: readonly OptionFacts[],
): Finding[] {
  const [first = 0, last = 0] = [spans[0]?.first, spans.at(-1)?.last];
  const said = judged.now > last ? goneWords(name, last, judged) : laterWords(name, first, judged);
  if (said === undefined) return [];
  return [
    aroundRules['framework-option'].finding({
      severity: absentSeverity(name, judged, judged.now > last),
      file: document.file,
      ...document.place(path, 'key'),
      ...said,
    }),
  ];
}

function absentSeverity(
  name: string,
  { pin, framework }: Judged,
  isGone: boolean,
): 'error' | 'warning' | 'notice' {
  // what comes later may be a parameter of the script's own
  if (!isGone) return 'warning';
  if (pin !== undefined) return pin.isExact ? 'error' : 'warning';
  // nothing says which version runs: an older one may be meant, unless the new name is not used either
  return Object.hasOwn(framework.renamed, name) ? 'warning' : 'notice';
}

interface Words {
  readonly message: string;
  readonly help: string;
}

function goneWords(name: string, last: number, judged: Judged): Words {
  const { framework, place } = judged;
  const { versions, renamed } = framework;
  const called = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
  return {
    message: `${name} is gone from ${place.package} ${place.groups.join(', ')} since ${versions[last + 1]} (${versionWords(judged)})`,
    help: called === undefined ? 'take it out' : `it is called ${called} now`,
  };
}

function laterWords(name: string, first: number, judged: Judged): Words | undefined {
  const { framework, place, pin } = judged;
  // scripts around a trainer take further options of their own
  if (pin === undefined || place.inherits !== undefined) return undefined;
  if (place.hasPlainSections === true && isInUnreadSection(name, judged)) return undefined;
  const since = framework.versions[first];
  return {
    message: `${name} comes with ${place.package} ${since} (${versionWords(judged)})`,
    help: `take it out, or move ${place.package} to ${since} or later`,
  };
}

/** Whether an option is a section, or stands in one, of which the version that counts has no option. */
function isInUnreadSection(name: string, { place, framework, now }: Judged): boolean {
  const start = `${name.split('.')[0]}.`;
  const inside = place.groups.flatMap((group) =>
    [...optionsOf(framework, group).keys()]
      .filter((option) => option.startsWith(start))
      .flatMap((option) => factsOf(framework, group, option)),
  );
  return inside.length > 0 && inside.every(({ first, last }) => now < first || last < now);
}

/** Which version counts, and who says so. */
function versionWords({ framework: { versions }, pin, now, isOwn }: Judged): string {
  if (isOwn) return `the newest release, ${versions[now]}: what is in this repository may differ`;
  if (pin === undefined) {
    const isNewest = now === versions.length - 1;
    return isNewest
      ? `the newest, ${versions[now]}, counts: nothing pins it`
      : `${versions[now]} counts, the last that reads such a file: nothing pins it`;
  }
  if (pin.commit !== undefined)
    return `${pin.file} takes ${pin.commit} from git, whose version is unknown: the newest, ${versions[now]}, counts`;
  const isFar = minorOf(versions[now] ?? '') !== minorOf(pin.version);
  return `${pin.version} in ${pin.file}${isFar ? `, of which ${versions[now]} is the nearest known` : ''}`;
}

/** An option that no version has. */
function unknownOption(
  document: ConfigDocument,
  { name, section, path }: SetOption,
  judged: Judged,
): Finding[] {
  const { place, framework, pin, kind, isOwn } = judged;
  const shown = kind === undefined ? name : name.slice(section.length);
  const isClosed = closedSections[place.package]?.has(section.slice(0, -1)) === true;
  const fate = isClosed ? 'refused' : place.unknown;
  if (fate === undefined) return [];
  // `_load_in_4bit`: what a class keeps for itself when it saves
  if (shown.startsWith('_')) return [];
  const names = namesOf(judged);
  // names of verl's profiler have dashes of their own
  if (names.spelt.has(name)) return [];
  // what no version has may be older than all that are known
  const renamed = Object.hasOwn(framework.renamed, name) ? framework.renamed[name] : undefined;
  const meant = renamed ?? names.meant(name, section);
  // a version that is newer than all that are known may have it
  if (meant === undefined && (pin === undefined || place.isOpen === true)) return [];
  const isSurelyMeant = meant !== undefined && renamed === undefined && place.isOpen !== true;
  return [
    aroundRules['framework-option'].finding({
      severity:
        fate === 'refused' && !isOwn && (isSurelyMeant || pin?.isExact === true) ? 'error' : 'warning',
      file: document.file,
      ...document.place(path, 'key'),
      message:
        fate === 'refused'
          ? `${readerText(judged)} has no option ${name} and refuses it (${versionWords(judged)})`
          : `${readerText(judged)} has no option ${shown}: it is dropped without a word (${versionWords(judged)})`,
      help:
        meant === undefined
          ? 'take it out, or write the name that the framework has'
          : `did you mean ${meant}?`,
    }),
  ];
}

/** The package, with the class of it that the config names. */
function readerText({ place, kind }: Judged): string {
  return kind === undefined ? place.package : `${kind} of ${place.package}`;
}

const named = new WeakMap<ReadonlySet<string>, Names>();

/** The options that a place may set: looked up once, for runs of one repository have the same unknown ones. */
function namesOf({ place, framework, inherited }: Judged): Names {
  const known = named.get(inherited);
  if (known !== undefined) return known;
  const own = place.groups.flatMap((group) => [...optionsOf(framework, group).keys()]);
  const names = new Names(own, inherited);
  named.set(inherited, names);
  return names;
}

class Names {
  /** With underscores. */
  readonly spelt: ReadonlySet<string>;
  private readonly all: readonly string[];
  private readonly found = new Map<string, string | undefined>();

  constructor(own: readonly string[], inherited: ReadonlySet<string>) {
    this.spelt = new Set(own.map((name) => name.replaceAll('-', '_')));
    this.all = [...own, ...inherited];
  }

  /** The option that an unknown one is a slip of, without its section. */
  meant(name: string, section: string): string | undefined {
    const key = `${section} ${name}`;
    if (this.found.has(key)) return this.found.get(key);
    const own = name.slice(section.length);
    const beside = this.all.filter((one) => one.startsWith(section)).map((one) => one.slice(section.length));
    const near = nearest(own, beside);
    const meant = near !== undefined && isSlip(own, near) ? near : undefined;
    this.found.set(key, meant);
    return meant;
  }
}

interface Known {
  /** What the version that counts says, by the classes that have the option. */
  readonly current: readonly OptionFacts[];
  readonly groups: readonly (readonly OptionFacts[])[];
}

/** A value that no class of the version takes. */
function badValue(
  document: ConfigDocument,
  option: SetOption,
  judged: Judged,
  { current, groups }: Known,
): Finding[] {
  const { value, name, path } = option;
  const { place, pin } = judged;
  if (place.takesAuto === true && value.type === 'str' && value.value === 'auto') return [];
  const reader = readerOf(option, judged);
  const refusals = current.map((facts) => refusalOf(value, facts, reader));
  const [refusal] = refusals;
  if (refusal === undefined || refusals.includes(undefined)) return [];
  if (isTakenBelow(value, name, judged, reader)) return [];
  // a version of which no choices are known does not speak for a value
  const inAll = groups.flat().every((facts) => {
    const isSilent = facts.choices === undefined && current.some(({ choices }) => choices !== undefined);
    return isSilent || refusalOf(value, facts, reader) !== undefined;
  });
  if (pin === undefined && !inAll) return [];
  const isSure = !judged.isOwn && (pin?.isExact === true || inAll);
  return [
    aroundRules['framework-value'].finding({
      severity: isSure && isRefused(refusal, reader, judged) ? 'error' : 'warning',
      file: document.file,
      ...document.place(path, 'value'),
      message: `${name} ${refusal.message} (${place.package}, ${versionWords(judged)})`,
      help: refusal.help,
    }),
  ];
}

/** Whether the framework that this one builds on takes the value: not all of its classes declare the option anew. */
function isTakenBelow(
  value: ConfigNode,
  name: string,
  { place, framework, bases }: Judged,
  reader: Reader,
): boolean {
  const isAnew = place.groups.every((group) => factsOf(framework, group, name).length > 0);
  return (
    !isAnew &&
    bases.some((base) =>
      factsOf(base.framework, base.group, name).some(
        (facts) => refusalOf(value, facts, reader) === undefined,
      ),
    )
  );
}

/** Flags are read by argparse, whatever reads configs. */
function readerOf({ value }: SetOption, { reader }: Judged): Reader {
  return value.source?.kind === 'flag' ? 'argparse' : reader;
}

function isRefused({ isTaken, message }: Refusal, reader: Reader, { place }: Judged): boolean {
  if (isTaken === true) return place.isStrict === true;
  return !message.includes('none of its choices') || place.refusesChoices === true || reader === 'argparse';
}
