import { count } from '../../kernel/text.ts';
import type { Finding } from '../../report/model.ts';
import { architectureOf } from '../architecture/families.ts';
import { type Architecture, countParameters } from '../architecture/tensors.ts';
import { compareCheckpoint } from '../checkpoint/compare.ts';
import type { ShardIndex } from '../checkpoint/shard-index.ts';
import { moduleFindings } from '../rules/modules.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { modelOf, type ModelFolder, partOf } from './folder.ts';
import { findingAt } from './places.ts';

/** A list of weights that belongs to another config, and an adapter for another model. */
export function weightFindings(folder: ModelFolder): Finding[] {
  return [...indexFindings(folder), ...adapterFindings(folder)];
}

/** An index has names and the sum of bytes alone: names are compared, and the bytes where all names fit. */
function indexFindings(folder: ModelFolder): Finding[] {
  const [config, { index }] = [partOf(folder, 'config.json'), folder];
  const model = modelOf(folder);
  const result = model === undefined ? undefined : architectureOf(model, 'auto');
  if (config === undefined || index === undefined || model === undefined || result?.kind !== 'known')
    return [];
  const { architecture } = result;
  const differences = compareCheckpoint(
    architecture,
    new Map([...index.tensors.keys()].map((name) => [name, {}])),
  );
  if (differences === undefined) return [];
  const isQuantized = [model.top, model.text].some((section) => section.has('quantization_config'));
  const messages = differences.map(({ kind, count: many, examples }) => {
    const list = `${count(many, 'tensor')}: ${examples.join('; ')}${many > examples.length ? '; …' : ''}`;
    return kind === 'missing'
      ? `the index of the weights lacks ${list}`
      : `config.json does not describe ${list}`;
  });
  const sizes = differences.length > 0 || isQuantized ? undefined : wrongBytes(architecture, index);
  return [...messages, ...(sizes === undefined ? [] : [sizes])].map((message) => {
    const found = { message, help: 'keep config.json and the weights of one model together' };
    const { file } = index;
    const isElsewhere = !folder.judged.has(file) && folder.judged.has(config.document.file);
    return isElsewhere
      ? findingAt(aroundRules['folder-weights'], config.document, [], {
          ...found,
          message: `${message} (${file})`,
        })
      : aroundRules['folder-weights'].finding({ ...found, file });
  });
}

/** Bytes for each parameter: elements of 1, 2, 4 or 8 bytes, some of them wider, and a tied head that is stored once more. */
const plausible = [
  [1, 1.35],
  [2, 5.4],
  [8, 10.8],
] as const;

/** Widths do not stand in an index, but their product does; prediction layers may come on top. */
function wrongBytes(architecture: Architecture, { totalBytes }: ShardIndex): string | undefined {
  const total = Number(countParameters(architecture).total);
  if (totalBytes === undefined || total === 0 || architecture.optional.length > 0) return undefined;
  const each = totalBytes / total;
  if (plausible.some(([least, most]) => each > least * 0.999 && each < most)) return undefined;
  return `the index counts ${totalBytes} bytes, ${each.toPrecision(3)} for each of the ${total} parameters of config.json`;
}

/** An adapter that lies beside the config of its base. */
function adapterFindings(folder: ModelFolder): Finding[] {
  const [adapter, config] = [partOf(folder, 'adapter_config.json'), partOf(folder, 'config.json')];
  if (adapter === undefined || config === undefined) return [];
  // the base that it names by a path is compared where that is read
  if (/^\.{0,2}\//.test(adapter.section.text('base_model_name_or_path') ?? '')) return [];
  return moduleFindings(adapter.document, [
    { file: config.document.file, root: config.document.root, within: [] },
  ]);
}
