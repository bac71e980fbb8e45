import { numberOf } from '../architecture/section.ts';
import type { DictNode } from '../../documents/tree/node.ts';
import { divisorNear } from './divisor.ts';
import type { Concept } from './names.ts';
import { mappingCheck } from './mappings.ts';
import type { TrainingRule, Violation } from './rule.ts';
import { type Found, type Numbered, told, type TrainingView } from './training-view.ts';

/** A whole that does not divide over the ranks. */
export function* undivided(whole: Numbered, part: Numbered, otherwise = ''): Iterable<Violation> {
  if (part.value < 1 || whole.value % part.value === 0) return;
  yield {
    at: part.path,
    message: `${told(whole)} is not a multiple of ${told(part)}`,
    help: `use a size that divides ${whole.value}, such as ${divisorNear(whole.value, part.value)}${otherwise}`,
  };
}

/** Where stages may differ in length: layers are dealt out, and only an empty stage is refused. */
const dealsLayersOut = new Set([
  'pipeline_parallel_degree',
  'pipe_parallel_size',
  'pipeline_parallel_size',
  'pp_size',
  'pp',
]);

/** Of the layout of a server, which deals out layers without saying so. */
const serves: readonly Concept[] = ['servedLength'];

/** Levanter's `hidden_dim`, elsewhere the width of the feed-forward layer, is that of the layers beside these names. */
const levanter = ['num_heads', 'num_layers', 'type'];

function* unevenHeads({ holder: { entries }, path, value, name }: Numbered): Iterable<Violation> {
  const node = entries.get('hidden_dim')?.value;
  const width = node === undefined ? undefined : numberOf(node);
  if (width === undefined || value < 1 || width % value === 0 || entries.has('head_dim')) return;
  if (!levanter.every((other) => entries.has(other))) return;
  yield {
    at: path,
    message: `hidden_dim ${width} is not a multiple of ${name} ${value}, and head_dim is not set`,
    help: `change ${name} to ${divisorNear(width, value)}, or set head_dim`,
  };
}

/** How many ranks a run has; `undefined` where the file does not say. */
export function worldOf(view: TrainingView, anchor: Found): Numbered | undefined {
  const whole = view.number('world', anchor, true);
  if (whole !== undefined) return whole;
  const [ranks, nodes] = [view.number('ranksPerNode', anchor, true), view.number('nodes', anchor, true)];
  if (ranks === undefined || nodes === undefined) return undefined;
  const value = ranks.value * nodes.value;
  return { ...ranks, name: `${ranks.name} ${ranks.value} × ${nodes.name} ${nodes.value} =`, value };
}

/** The degrees that divide the ranks of a run, those that are not set left out. */
export function degreesOf(
  view: TrainingView,
  anchor: Found,
  concepts: readonly Concept[],
): readonly Numbered[] {
  return concepts.flatMap((concept) => view.number(concept, anchor) ?? []).filter(({ value }) => value > 1);
}

export function productOf(numbers: readonly Numbered[]): number {
  return numbers.reduce((product, { value }) => product * value, 1);
}

function productText(numbers: readonly Numbered[]): string {
  return numbers.map(told).join(' × ');
}

const dense: readonly Concept[] = ['tensor', 'pipeline', 'context'];
const sparse: readonly Concept[] = ['expertTensor', 'expertParallel', 'pipeline'];

/** Layouts over ranks: what Megatron-LM, DeepSpeed, vLLM and torchtitan assert before they train or serve. */
export const parallelRules: readonly TrainingRule[] = [
  {
    id: 'config/heads-divide-width',
    severity: 'error',
    summary: "Levanter's hidden_dim is a multiple of num_heads, unless head_dim is set.",
    needs: ['heads'],
    source: 'levanter models/llama.py',
    example: 'model: { type: llama, hidden_dim: 4096, num_heads: 30, num_layers: 32 }',
    fix: 'change num_heads or hidden_dim, or set head_dim',
    *check(view) {
      for (const heads of view.numbers('heads')) yield* unevenHeads(heads);
    },
  },
  {
    id: 'config/tensor-parallel',
    severity: 'error',
    summary:
      'Heads and widths divide over the tensor-parallel ranks; so do key-value heads, or the ranks over them.',
    needs: ['tensor'],
    source: 'Megatron-LM transformer_config.py, vLLM config',
    example: 'num_attention_heads: 32\ntensor_model_parallel_size: 6',
    fix: 'use a size that divides the heads and widths',
    *check(view) {
      for (const size of view.numbers('tensor')) {
        const heads = view.relatedNumbers('heads', size, true);
        const wrong = heads.flatMap((all) => [...undivided(all, size)]);
        yield* wrong;
        yield* view.relatedNumbers('kvHeads', size, true).flatMap((kv) => unshared(kv, size));
        // one finding is enough: ranks that fit the heads fit the widths, as a rule
        if (wrong.length > 0) continue;
        for (const concept of ['hidden', 'width'] as const) {
          yield* view.relatedNumbers(concept, size, true).flatMap((width) => [...undivided(width, size)]);
        }
      }
    },
  },
  {
    id: 'config/expert-parallel',
    severity: 'error',
    summary: 'Experts divide over the expert-parallel ranks, and there are experts.',
    needs: ['expertParallel'],
    source: 'Megatron-LM arguments.py, transformer_config.py',
    example: 'num_experts: 128\nexpert_model_parallel_size: 12',
    fix: 'use a size that divides the experts',
    *check(view) {
      for (const size of view.numbers('expertParallel')) {
        yield* view.relatedNumbers('experts', size, true).flatMap((all) => [...undivided(all, size)]);
        // without layers the model is described elsewhere; a class that is named has defaults of its own
        if (size.value <= 1 || view.has('experts', 'modelClass') || !view.has('layers')) continue;
        yield { at: size.path, message: `${size.name} is ${size.value}, but the model has no experts` };
      }
    },
  },
  {
    id: 'config/pipeline-parallel',
    severity: 'error',
    summary:
      'Layers divide over the pipeline stages, and those of a stage over its virtual stages. A warning where the framework deals them out unevenly.',
    needs: ['pipeline'],
    source: 'Megatron-LM transformer_config.py; torchtitan pipeline_parallel.py',
    example: 'num_hidden_layers: 46\npipeline_model_parallel_size: 4',
    fix: 'use a size that divides the layers, or set an uneven split',
    *check(view) {
      for (const stages of view.numbers('pipeline')) {
        for (const all of view.relatedNumbers('layers', stages, true)) yield* uneven(view, all, stages);
      }
    },
  },
  {
    id: 'config/world-size',
    severity: 'error',
    summary:
      'The ranks of a run are a multiple of its tensor, pipeline and context degrees, and of its expert degrees.',
    needs: ['tensor', 'pipeline', 'context', 'expertParallel'],
    source: 'Megatron-LM arguments.py, parallel_state.py; torchtitan ParallelDims; vLLM ParallelConfig',
    example: 'nnodes: 1\nnproc_per_node: 8\ntensor_model_parallel_size: 4\npipeline_model_parallel_size: 3',
    fix: 'make the product of the degrees divide the number of ranks',
    *check(view) {
      const anchors = [...view.all('pipeline'), ...view.all('tensor'), ...view.all('expertParallel')];
      const seen = new Set<string>();
      for (const anchor of anchors) {
        // the degrees of one mapping are one layout
        const place = anchor.path.slice(0, -1).join('\u0000');
        if (seen.has(place)) continue;
        seen.add(place);
        yield* unfitting(view, anchor);
      }
    },
  },
];

function unshared(kv: Numbered, size: Numbered): readonly Violation[] {
  if (kv.value < 1 || size.value < 1) return [];
  if (kv.value % size.value === 0) return [];
  if (isNanotron(size)) return [...undivided(kv, size)];
  if (size.value % kv.value === 0) return [];
  return [{ at: size.path, message: `${told(size)} and ${told(kv)} do not divide each other` }];
}

/** It shares no key-value head among ranks (nanotron models/llama.py). */
function isNanotron({ holder: { entries } }: Found): boolean {
  return entries.has('tp') && (entries.has('pp_engine') || entries.has('tp_mode'));
}

function* uneven(view: TrainingView, all: Numbered, stages: Numbered): Iterable<Violation> {
  if (stages.value < 1) return;
  if (stages.value > all.value) {
    yield { at: stages.path, message: `${told(stages)} is above ${told(all)}: stages without layers` };
    return;
  }
  if (view.has('unevenStages')) return;
  if (all.value % stages.value !== 0) {
    const isDealtOut = dealsLayersOut.has(stages.name.replace(/^--/, '').replaceAll('-', '_'));
    if (isDealtOut && view.has(...serves)) return;
    for (const violation of undivided(all, stages, ', or set an uneven split')) {
      yield isDealtOut ? { ...violation, severity: 'warning' } : violation;
    }
    return;
  }
  for (const concept of ['virtualPipeline', 'virtualLayers'] as const) {
    const parts = view.number(concept, stages);
    if (parts === undefined || parts.value < 1 || (all.value / stages.value) % parts.value === 0) continue;
    const message = `the ${all.value / stages.value} layers of a stage do not divide by ${told(parts)}`;
    yield { at: parts.path, message };
  }
}

function* unfitting(view: TrainingView, anchor: Found): Iterable<Violation> {
  const world = worldOf(view, anchor);
  if (
    world === undefined ||
    world.value < 1 ||
    isOff(anchor.holder) ||
    isShared(view) ||
    isUnused(view, anchor)
  )
    return;
  for (const concepts of [dense, sparse]) {
    // a server beside the trainer has degrees of its own
    const degrees = degreesOf(view, anchor, concepts).filter(({ holder }) => holder === anchor.holder);
    const at = degrees.find(({ file }) => file === undefined);
    if (at === undefined || world.value % productOf(degrees) === 0) continue;
    // without a degree of its own an expert's tensors are split as the others are
    if (concepts === sparse && view.number('expertParallel', anchor) === undefined) continue;
    const product = degrees.length > 1 ? ` = ${productOf(degrees)}` : '';
    yield {
      at: at.path,
      message: `${productText(degrees)}${product} does not divide the world size of ${told(world)} ranks`,
    };
    return;
  }
}

function isOff({ entries }: DictNode): boolean {
  const enabled = entries.get('enabled')?.value;
  return enabled?.type === 'bool' && !enabled.value;
}

/** A section that names no model, such as the template of verl's teachers, runs none. */
function isUnused(view: TrainingView, anchor: Found): boolean {
  return view
    .around(anchor)
    .some(({ entries }) => modelNames.some((name) => entries.get(name)?.value.type === 'NoneType'));
}

const modelNames = ['model_path', 'model_name_or_path'];

/** NeMo RL's rollouts may have nodes of their own: how many are left to train is not known. */
function isShared(view: TrainingView): boolean {
  return view.inEach(apart).length > 0;
}

const apart = mappingCheck(
  (name) => name === 'colocated',
  function* (node, path) {
    if (path.at(-1) === 'colocated' && isOff(node))
      yield { at: path, message: 'its rollouts have nodes of their own' };
  },
);
