import { type ConfigNode, isScalar, type Path, scalarText } from '../../documents/tree/node.ts';
import type { Finding } from '../../report/model.ts';
import type { ModelView } from '../architecture/models.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { type ModelFolder, partOf } from './folder.ts';
import { findingAt, pairFinding } from './places.ts';
import { idsIn, type Role, roles, textOf } from './special-tokens.ts';

/** Ids that are not numbers, texts that two files write in two ways, and an end that is null. */
export function spellingFindings(folder: ModelFolder, model: ModelView | undefined): Finding[] {
  return [
    ...roles.flatMap((role) => otherText(folder, role)),
    ...notWhole(folder),
    ...(model === undefined ? [] : lostEnd(folder, model)),
  ];
}

/** Ids of generation_config.json that are not whole numbers. */
function notWhole(folder: ModelFolder): Finding[] {
  const generation = partOf(folder, 'generation_config.json');
  if (generation === undefined) return [];
  const { document, section } = generation;
  return [...section.node.entries.values()].flatMap(({ name, value }) =>
    /_token_ids?$/.test(name)
      ? scalarsAt(value, section.at(name)).flatMap(({ node, at }) =>
          node.type === 'int' || node.type === 'NoneType'
            ? []
            : findingAt(aroundRules['folder-token-type'], document, at, {
                message: `${name} must be a whole number, not ${isScalar(node) ? `${scalarText(node).slice(0, 60)} (${node.type})` : `a ${node.type}`}`,
                help: 'write the number without quotes and without a fraction',
              }),
        )
      : [],
  );
}

function scalarsAt(node: ConfigNode, at: Path): { readonly node: ConfigNode; readonly at: Path }[] {
  if (node.type !== 'list') return [{ node, at }];
  return node.items.slice(0, 100).flatMap((item, index) => scalarsAt(item, [...at, index]));
}

/** The text of a role in the two files that say it. */
function otherText(folder: ModelFolder, role: Role): Finding[] {
  const [config, map] = [partOf(folder, 'tokenizer_config.json'), partOf(folder, 'special_tokens_map.json')];
  const [own, other] = [config, map].map((part) => (part === undefined ? undefined : textOf(part, role)));
  if (config === undefined || map === undefined || own === undefined || other === undefined || own === other)
    return [];
  const name = `${role}_token`;
  return [
    pairFinding(folder, aroundRules['folder-tokens-differ'], {
      message: `${name} is ${other.slice(0, 60)} here and ${own.slice(0, 60)} there: which one counts depends on the version that loads them`,
      help: `name the same ${role} token in both files`,
      at: { document: map.document, path: map.section.at(name) },
      other: { document: config.document, path: config.section.at(name) },
    }),
  ];
}

const endless = [
  ['tokenizer_config.json', 'eos_token', 'what is tokenized for training has no end'],
  ['generation_config.json', 'eos_token_id', 'generation only stops at its greatest length'],
] as const;

/** A tokenizer or a generation that says it has no end, of a model that has one. */
function lostEnd(folder: ModelFolder, { text, top }: ModelView): Finding[] {
  const config = partOf(folder, 'config.json');
  if (config === undefined) return [];
  const said = idsIn({ ...config, section: text }, 'eos') ?? idsIn({ ...config, section: top }, 'eos');
  if (said === undefined) return [];
  return endless.flatMap(([file, name, consequence]) => {
    const part = partOf(folder, file);
    const node = part?.section.get(name);
    const isEmpty = node?.type === 'NoneType' || (node?.type === 'list' && node.items.length === 0);
    if (part === undefined || !isEmpty) return [];
    return [
      pairFinding(folder, aroundRules['folder-tokens-differ'], {
        message: `${name} is ${node.type === 'list' ? 'an empty list' : 'null'} here, and eos_token_id is ${said.ids.join(', ')} there: ${consequence}`,
        help: `name the token in ${file}`,
        at: { document: part.document, path: part.section.at(name) },
        other: said.spot,
      }),
    ];
  });
}
