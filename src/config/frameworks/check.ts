import type { Finding } from '../../report/model.ts';
import { nearest } from '../../kernel/near.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { ConfigNode, DictNode, Path } from '../../documents/tree/node.ts';
import { aroundRules } from '../rules/around-rules.ts';
import {
  type Framework,
  type FrameworkFacts,
  minorOf,
  namesIn,
  type Pin,
  type Pins,
  placeOfVersion,
  presenceOf,
  type Presence,
} from './facts.ts';
import { commonNames, frameworkMarks, type OptionPlace, optionPlaces } from './groups.ts';

const maxDepth = 5;

/** Options that the framework's version has no more, or not yet. */
export function frameworkFindings(document: ConfigDocument, known: FrameworkFacts, pins: Pins): Finding[] {
  const findings: Finding[] = [];
  const visit = (node: ConfigNode, path: Path): void => {
    if (node.type !== 'dict' || path.length >= maxDepth) return;
    const names = new Set(Array.from(node.entries.keys(), canonicalName));
    const parent = String(path.at(-1) ?? '');
    for (const place of optionPlaces) {
      const framework = known[place.package];
      const pin = pins.get(place.package);
      if (
        framework === undefined ||
        (place.needsPin && pin === undefined) ||
        !place.fits(names, parent, node)
      )
        continue;
      findings.push(...optionFindings(document, node, path, { place, framework, pin, facts: known }));
    }
    findings.push(...classFindings(document, node, path, known['transformers']));
    for (const { name, value } of node.entries.values()) visit(value, [...path, name]);
  };
  if (document.root !== undefined) visit(document.root, []);
  return findings;
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

function canonicalName(name: string): string {
  return name.includes('-') ? name.replace(/^--/, '').replaceAll('-', '_') : name;
}

interface Judged {
  readonly place: OptionPlace;
  readonly framework: Framework;
  readonly pin: Pin | undefined;
  readonly facts: FrameworkFacts;
}

function inheritedNames({ inherits }: OptionPlace, facts: FrameworkFacts): ReadonlySet<string> | undefined {
  const group = inherits === undefined ? undefined : facts[inherits.package]?.groups[inherits.group];
  return group === undefined ? undefined : new Set([...namesIn(group.always), ...Object.keys(group.some)]);
}

function optionFindings(document: ConfigDocument, node: DictNode, path: Path, judged: Judged): Finding[] {
  const { framework, place, pin, facts } = judged;
  const inherited = inheritedNames(place, facts);
  const now = pin === undefined ? framework.versions.length - 1 : placeOfVersion(framework, pin.version);
  return [...node.entries.values()].flatMap(({ name, value }) => {
    const canonical = canonicalName(name);
    // what the program itself declares is its own
    if (value.source?.kind === 'default') return [];
    const presences = place.groups.flatMap((group) => {
      const options = framework.groups[group];
      return options === undefined ? [] : (presenceOf(framework, options, canonical) ?? []);
    });
    const [known] = presences;
    if (inherited?.has(canonical) === true || commonNames.has(canonical)) return [];
    if (known === undefined || presences.some(({ first, last }) => first <= now && now <= last)) return [];
    const said = wordsOf(canonical, known, now, judged);
    if (said === undefined) return [];
    return [
      aroundRules['framework-option'].finding({
        // what comes later may be a parameter of the script's own
        severity: pin?.isExact === true && now > known.last ? 'error' : 'warning',
        file: document.file,
        ...document.place([...path, name], 'key'),
        ...said,
      }),
    ];
  });
}

function wordsOf(
  name: string,
  { first, last }: Presence,
  now: number,
  { framework, place, pin }: Judged,
): { message: string; help: string } | undefined {
  const { versions, renamed } = framework;
  const here =
    pin === undefined
      ? `the newest, ${versions.at(-1)}, counts: nothing pins it`
      : `${pin.version} in ${pin.file}`;
  const far =
    pin !== undefined && minorOf(versions[now] ?? '') !== minorOf(pin.version)
      ? `, of which ${versions[now]} is the nearest known`
      : '';
  const title = `${place.package} ${place.groups.join(', ')}`;
  if (now > last) {
    const since = versions[last + 1];
    const called = Object.hasOwn(renamed, name) ? renamed[name] : undefined;
    // without a version only what has a name that all versions know is sure to be wrong
    const isSure = place.groups.some((group) =>
      namesIn(framework.groups[group]?.always ?? '').has(called ?? ''),
    );
    if (pin === undefined && !isSure) return undefined;
    return {
      message: `${name} is gone from ${title} since ${since} (${here}${far})`,
      help: called === undefined ? 'take it out' : `it is called ${called} now`,
    };
  }
  // scripts around a trainer take further options of their own
  if (pin === undefined || now >= first || place.inherits !== undefined) return undefined;
  return {
    message: `${name} comes with ${place.package} ${versions[first]} (${here}${far})`,
    help: `take it out, or move ${place.package} to ${versions[first]} or later`,
  };
}

const wrapped = ['fsdp_transformer_layer_cls_to_wrap', 'transformer_layer_cls_to_wrap'] as const;

/** Classes that FSDP is to wrap and that are a slip of one that transformers has. */
function classFindings(
  document: ConfigDocument,
  node: DictNode,
  path: Path,
  framework: Framework | undefined,
): Finding[] {
  const known = namesIn(framework?.classes ?? '');
  return wrapped.flatMap((name) => {
    const value = node.entries.get(name)?.value;
    const items = value?.type === 'list' ? value.items : value === undefined ? [] : [value];
    return items.flatMap((item) => {
      const classes = item.type === 'str' ? item.value.split(',').map((one) => one.trim()) : [];
      return classes.flatMap((one) => {
        if (known.has(one) || one.length > 100) return [];
        const lower = one.toLowerCase();
        const meant = [...known].find((other) => other.toLowerCase() === lower) ?? nearest(one, known);
        if (meant === undefined) return [];
        return [
          aroundRules['wrapped-class'].finding({
            file: document.file,
            ...document.place([...path, name], 'value'),
            message: `transformers has no class ${one}`,
            help: `did you mean ${meant}?`,
          }),
        ];
      });
    });
  });
}
