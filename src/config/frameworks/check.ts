import type { ConfigDocument } from '../../documents/document.ts';
import {
  type ConfigNode,
  type DictNode,
  type Entry,
  type Path,
  pathText,
} from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';
import { classFindings } from './classes.ts';
import { decided, type Framework, type FrameworkFacts, type Pins, placeOfVersion } from './facts.ts';
import { judgeOption } from './judge-option.ts';
import { inheritedOf } from './inherited.ts';
import type { JudgedParts } from './judged-parts.ts';
import { factsOf, sectionsOf } from './options.ts';
import { namedFindings } from './named.ts';
import { fittingPlaces } from './fitting.ts';
import { canonicalName, frameworkMarks } from './names.ts';
import type { OptionPlace } from './place.ts';
import { pinsFor } from './pins.ts';
import type { Judged, SetOption } from './judged.ts';
import { type Reader, refusalOf } from './values.ts';

const maxDepth = 5;

interface Around {
  /** What was said of parts that other runs have too. */
  readonly shared?: JudgedParts;
  /** What those that are judged may build on; default: they themselves. */
  readonly bases?: FrameworkFacts;
}

/** Options that the framework's version has no more, not yet or never, and values that it does not take. */
export function frameworkFindings(
  document: ConfigDocument,
  known: FrameworkFacts,
  all: Pins,
  { shared, bases = known }: Around = {},
): Finding[] {
  const pins = pinsFor(document.file, all);
  // what is sure of this file alone is not said of others
  const before = pins === all ? shared : undefined;
  const ownFindings = ({ node, path }: Mapping): Finding[] => [
    ...judgedAs(node, path, known, pins, bases).flatMap((judged) =>
      sectionFindings(document, { node, path, section: outermost(judged) }, judged, before),
    ),
    ...classFindings(document, node, path, known['transformers']),
    ...namedFindings(document, node, path, known, pins),
  ];
  const treeFindings = (mapping: Mapping): readonly Finding[] => {
    const { node, path } = mapping;
    const known = before?.as(`mapping ${path.length} ${path.at(-1)}`);
    const same = known?.get(node);
    if (same !== undefined) return same;
    const found = [...ownFindings(mapping), ...mappingsBelow(mapping).flatMap(treeFindings)];
    if (isSaidOfAll(found, node)) known?.set(node, found);
    return found;
  };
  return document.root?.type === 'dict' ? [...treeFindings({ node: document.root, path: [] })] : [];
}

/** Findings stand where the text of the node does, whatever run it is a part of. */
function isSaidOfAll(findings: readonly Finding[], { source }: ConfigNode): boolean {
  return findings.length === 0 || (source !== undefined && source.kind !== 'flag');
}

interface Section extends Mapping {
  /** `optimizer.`, or empty. */
  readonly section: string;
}

/** What is wrong with the options of a mapping and of its sections. */
function sectionFindings(
  document: ConfigDocument,
  { node, path, section }: Section,
  judged: Judged,
  before: JudgedParts | undefined,
): Finding[] {
  const { package: name, groups } = judged.place;
  const known = before?.as(`${name} ${groups[0]} ${judged.reader} ${section}`);
  const findings: Finding[] = [];
  for (const entry of node.entries.values()) {
    let found = known?.get(entry);
    if (found === undefined) {
      const option = ownOption(entry, path, section);
      const own = judgeOption(document, option, judged);
      const inner = sectionOf(option, judged);
      found = inner === undefined ? own : [...own, ...sectionFindings(document, inner, judged, before)];
      if (isSaidOfAll(found, entry.value)) known?.set(entry, found);
    }
    findings.push(...found);
  }
  return findings;
}

/**
 * Paths (as `pathText`) of texts that the framework itself reads as numbers: `1e-5`, which PyYAML takes for a text. A rate above 1 is
 * left out, for it is a slip that nothing else would find in a text.
 */
export function numbersReadAnew(document: ConfigDocument, known: FrameworkFacts, pins: Pins): Set<string> {
  const found = new Set<string>();
  for (const { node, path } of mappingsOf(document.root)) {
    const [outermost] = judgedAs(node, path, known, pins);
    if (outermost === undefined || outermost.reader === 'python') continue;
    for (const judged of judgedAs(node, path, known, pins)) {
      for (const { name, value, path: at } of optionsSet(node, path, judged)) {
        if (value.type === 'dict' && isOfPlugin(name, judged))
          for (const text of textsIn(value, at)) found.add(text);
        if (value.type !== 'str' || !(Number(value.value) <= 1 || !/lr$|rate$/.test(name))) continue;
        if (isReadAsNumber(value, name, judged) || isInheritedNumber(value, name, judged))
          found.add(pathText(at));
      }
    }
  }
  return found;
}

/** A section that no version has, in a config of pydantic classes: a plugin adds a class for it. */
function isOfPlugin(name: string, { place, framework, reader }: Judged): boolean {
  return (
    reader === 'pydantic' &&
    place.isOpen !== true &&
    place.groups.every((group) => factsOf(framework, group, name).length === 0) &&
    !place.groups.some((group) => sectionsOf(framework, group).has(name))
  );
}

function* textsIn({ entries }: DictNode, path: Path): Iterable<string> {
  for (const { name, value } of entries.values())
    if (value.type === 'dict') yield* textsIn(value, [...path, name]);
    else if (value.type === 'str') yield pathText([...path, name]);
}

function isReadAsNumber(value: ConfigNode, name: string, { place, framework, now, reader }: Judged): boolean {
  return place.groups.some((group) =>
    factsOf(framework, group, name).some(
      (facts) =>
        facts.first <= now &&
        now <= facts.last &&
        /[if]/.test(facts.types) &&
        refusalOf(value, { ...facts, types: facts.types.replace('s', '') }, reader) === undefined,
    ),
  );
}

/** Whether a package that the framework builds on declares it as a number, in any version. */
function isInheritedNumber(value: ConfigNode, name: string, { bases, reader }: Judged): boolean {
  return bases.some(({ framework, group }) =>
    factsOf(framework, group, name).some(
      (facts) =>
        /[if]/.test(facts.types) &&
        refusalOf(value, { ...facts, types: facts.types.replace('s', '') }, reader) === undefined,
    ),
  );
}

/** Whether a config may be one of a framework of which anything is known: looked for in every config, so in the cheapest way. */
export function namesFramework({ root }: ConfigDocument): boolean {
  const fits = (node: ConfigNode, depth: number): boolean => {
    if (node.type !== 'dict' || depth >= maxDepth) return false;
    if (frameworkMarks.some((name) => node.entries.has(name))) return true;
    for (const { value } of node.entries.values())
      if (value.type === 'dict' && fits(value, depth + 1)) return true;
    return false;
  };
  return root !== undefined && fits(root, 0);
}

interface Mapping {
  readonly node: DictNode;
  readonly path: Path;
}

/** Every mapping of a config, as deep as options are looked for. */
export function mappingsOf(root: ConfigNode | undefined): Mapping[] {
  const withBelow = (mapping: Mapping): Mapping[] => [mapping, ...mappingsBelow(mapping).flatMap(withBelow)];
  return root?.type === 'dict' ? withBelow({ node: root, path: [] }) : [];
}

function mappingsBelow({ node, path }: Mapping): Mapping[] {
  const below: Mapping[] = [];
  if (path.length + 1 >= maxDepth) return below;
  for (const { name, value } of node.entries.values())
    if (value.type === 'dict') below.push({ node: value, path: [...path, name] });
  return below;
}

/** The frameworks that read a mapping, with the version that counts. */
export function judgedAs(
  node: DictNode,
  path: Path,
  known: FrameworkFacts,
  pins: Pins,
  all: FrameworkFacts = known,
): Judged[] {
  const found: Judged[] = [];
  let reader: Reader | undefined;
  for (const place of fittingPlaces(node, String(path.at(-1) ?? ''))) {
    const framework = known[place.package];
    const pin = decided(pins, place.package);
    if (framework === undefined) continue;
    const kind = place.kind?.(node);
    if (place.kind !== undefined && !isKnownKind(framework, place, kind)) continue;
    reader ??= place.reader;
    if (place.needsPin !== true || pin !== undefined) {
      const version = pin?.version ?? place.until;
      const now = version === undefined ? framework.versions.length - 1 : placeOfVersion(framework, version);
      const outer = found.filter((other) => isBuiltOn(other.place, place));
      const { names: inherited, bases } = inheritedOf(place, all);
      found.push({
        place,
        framework,
        pin,
        isOwn: pins.get(place.package)?.isOwn === true,
        now,
        reader,
        inherited,
        bases,
        outer,
        ...(kind === undefined ? {} : { kind }),
      });
    }
    if (place.isAlone === true) break;
  }
  return found;
}

function isBuiltOn(outer: OptionPlace, place: OptionPlace): boolean {
  const below = [place, ...(place.inherits ?? [])].map(({ package: name }) => name);
  return (
    outer.package !== place.package &&
    (outer.inherits ?? []).some(({ package: name }) => below.includes(name))
  );
}

/** The options that a mapping sets, those of its sections too where the framework has sections. */
export function* optionsSet(
  node: DictNode,
  path: Path,
  judged: Judged,
  section = outermost(judged),
): Iterable<SetOption> {
  for (const entry of node.entries.values()) {
    const option = ownOption(entry, path, section);
    yield option;
    const inner = sectionOf(option, judged);
    if (inner !== undefined) yield* optionsSet(inner.node, inner.path, judged, inner.section);
  }
}

/** The section whose options stand in the mapping itself: that of its kind, where the place has kinds. */
function outermost({ kind }: Judged): string {
  return kind === undefined ? '' : `${kind}.`;
}

function isKnownKind(framework: Framework, { groups }: OptionPlace, kind: string | undefined): boolean {
  return kind !== undefined && groups.some((group) => sectionsOf(framework, group).has(kind));
}

function ownOption({ name, value }: Entry, path: Path, section: string): SetOption {
  return { name: section + canonicalName(name), section, value, path: [...path, name] };
}

function sectionOf({ name, value, path }: SetOption, judged: Judged): Section | undefined {
  const isSection = judged.place.isNested === true && value.type === 'dict' && hasSection(judged, name);
  return isSection ? { node: value, path, section: `${name}.` } : undefined;
}

function hasSection({ framework, place }: Judged, option: string): boolean {
  return place.groups.some((group) => sectionsOf(framework, group).has(option));
}
