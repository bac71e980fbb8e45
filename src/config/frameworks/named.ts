import type { ConfigDocument } from '../../documents/document.ts';
import { type ConfigNode, type DictNode, nodeAt, type Path } from '../../documents/tree/node.ts';
import { nearest } from '../../kernel/near.ts';
import { compareVersions, parseVersion } from '../../pep440/version.ts';
import type { Finding } from '../../report/model.ts';
import { numberOf } from '../architecture/section.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { decided, type FrameworkFacts, type Pin, placeOfVersion, type Pins } from './facts.ts';
import { factsOf, optionsOf } from './options.ts';

/** What a mapping names of a framework beside its options: a family, a component, a layout that only some versions take. */
export function namedFindings(
  document: ConfigDocument,
  node: DictNode,
  path: Path,
  known: FrameworkFacts,
  pins: Pins,
): Finding[] {
  return [
    ...(path.length === 0 ? familyFindings(document, known, decided(pins, 'transformers')) : []),
    ...componentFindings(document, node, path, known, decided(pins, 'torchtune')),
    ...groupFindings(document, node, path, decided(pins, 'megatron-core')),
  ];
}

/** A `model_type` that the pinned transformers has not yet, or no more; code that comes with the model is its own. */
function familyFindings(document: ConfigDocument, known: FrameworkFacts, pin: Pin | undefined): Finding[] {
  const { root } = document;
  const family = textAt(root, ['model_type']);
  const framework = known['transformers'];
  if (family === undefined || framework === undefined || pin === undefined) return [];
  if (nodeAt(root, ['auto_map']) !== undefined) return [];
  const spans = factsOf(framework, 'model_type', family);
  const [first, last] = [spans[0]?.first, spans.at(-1)?.last];
  const now = placeOfVersion(framework, pin.version);
  if (first === undefined || last === undefined || (first <= now && now <= last)) return [];
  const since = framework.versions[now < first ? first : last + 1];
  return [
    aroundRules['framework-option'].finding({
      severity: pin.isExact ? 'error' : 'warning',
      file: document.file,
      ...document.place(['model_type'], 'value'),
      message:
        now < first
          ? `model_type ${family} comes with transformers ${since} (${pin.version} in ${pin.file})`
          : `model_type ${family} is gone from transformers since ${since} (${pin.version} in ${pin.file})`,
      help: now < first ? `move transformers to ${since} or later` : `keep transformers below ${since}`,
    }),
  ];
}

/** A `_component_` of torchtune that no version exports, and that is near one that it does. */
function componentFindings(
  document: ConfigDocument,
  node: DictNode,
  path: Path,
  known: FrameworkFacts,
  pin: Pin | undefined,
): Finding[] {
  const named = textAt(node, ['_component_']);
  const framework = known['torchtune'];
  if (framework === undefined || named?.startsWith('torchtune.') !== true || named.length > 120) return [];
  const exported = optionsOf(framework, 'components');
  const folder = named.slice(0, named.lastIndexOf('.'));
  const beside = [...exported.keys()].filter((name) => name.startsWith(`${folder}.`));
  const meant = exported.has(named) ? undefined : nearest(named, beside);
  if (meant === undefined) return [];
  return [
    aroundRules['framework-option'].finding({
      severity: pin?.isExact === true ? 'error' : 'warning',
      file: document.file,
      ...document.place([...path, '_component_'], 'value'),
      message: `torchtune exports no ${named}, up to ${framework.versions.at(-1)}`,
      help: `did you mean ${meant}?`,
    }),
  ];
}

/** Megatron-core shares key-value heads among tensor ranks from 0.16 on; before, each rank needs one of its own. */
const sharesGroupsFrom = '0.16.0';

function groupFindings(
  document: ConfigDocument,
  { entries }: DictNode,
  path: Path,
  pin: Pin | undefined,
): Finding[] {
  const keyOf = (name: string) => [name, `--${name.replaceAll('_', '-')}`].find((key) => entries.has(key));
  const [groups, ranks] = [keyOf('num_query_groups'), keyOf('tensor_model_parallel_size')];
  if (groups === undefined || ranks === undefined || pin === undefined) return [];
  const [has, needs] = [groups, ranks].map((key) => numberAt(entries, key));
  if (has === undefined || needs === undefined || has >= needs || has < 1 || needs % has !== 0) return [];
  if (!isBefore(pin.version, sharesGroupsFrom)) return [];
  return [
    aroundRules['framework-value'].finding({
      severity: pin.isExact ? 'error' : 'warning',
      file: document.file,
      ...document.place([...path, groups], 'value'),
      message: `num_query_groups ${has} is below tensor_model_parallel_size ${needs}, which megatron-core takes from ${sharesGroupsFrom} on (${pin.version} in ${pin.file})`,
      help: `use at most ${has} tensor ranks, or move megatron-core to ${sharesGroupsFrom} or later`,
    }),
  ];
}

function numberAt(entries: DictNode['entries'], key: string): number | undefined {
  const value = entries.get(key)?.value;
  return value === undefined ? undefined : numberOf(value);
}

function isBefore(version: string, other: string): boolean {
  const [one, two] = [parseVersion(version), parseVersion(other)];
  return one !== undefined && two !== undefined && compareVersions(one, two) < 0;
}

function textAt(node: ConfigNode | undefined, path: Path): string | undefined {
  const value = nodeAt(node, path);
  return value?.type === 'str' ? value.value : undefined;
}
