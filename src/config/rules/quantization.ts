import type { TrainingRule, Violation } from './rule.ts';
import { type Numbered, told, type TrainingView } from './training-view.ts';

/** Weights that are stored in groups of a few bits. */
export const quantizationRules: readonly TrainingRule[] = [
  {
    id: 'config/quantization-groups',
    severity: 'error',
    summary:
      'Groups of a quantisation divide the widths that they cut, and so does the share of each tensor-parallel rank.',
    needs: ['groupSize', 'tensor'],
    source: 'vLLM quantization/awq.py, gptq.py: input size not aligned with the quantized weight shape',
    example: 'intermediate_size: 29600\nquantization_config: { quant_method: awq, bits: 4, group_size: 128 }',
    fix: 'use a width or a number of ranks that the groups fit, or quantize with smaller groups',
    *check(view) {
      for (const group of view.numbers('groupSize')) {
        if (group.value > 1) yield* unaligned(view, group);
      }
      for (const ranks of view.numbers('tensor')) yield* ofNamedModel(view, ranks);
    },
  },
];

/** The ranks of a server over the groups of a model that it names. */
function* ofNamedModel(view: TrainingView, ranks: Numbered): Iterable<Violation> {
  const [group] = view.relatedNumbers('groupSize', ranks, true);
  if (group?.file === undefined || group.value < 2) return;
  for (const concept of ['width', 'expertWidth'] as const) {
    const width = view.number(concept, ranks, true);
    if (width?.file !== group.file || width.value < 1 || width.value % group.value !== 0) continue;
    yield* uncut(width, group, ranks);
  }
}

/** A rank gets whole groups of the input of a down projection. */
function* uncut(width: Numbered, group: Numbered, ranks: Numbered): Iterable<Violation> {
  const groups = width.value / group.value;
  if (ranks.value < 2 || groups % ranks.value === 0 || width.value % ranks.value !== 0) return;
  const at = ranks.file === undefined ? ranks : width;
  yield {
    at: at.path,
    message: `${told(width)} has ${groups} groups of ${told(group)}, which do not divide over ${told(ranks)}`,
  };
}

function* unaligned(view: TrainingView, group: Numbered): Iterable<Violation> {
  const widths = (['hidden', 'width', 'expertWidth'] as const).flatMap((concept) =>
    view.relatedNumbers(concept, group).map((width) => ({ ...width, concept })),
  );
  for (const width of widths) {
    if (width.value < 1) continue;
    if (width.value % group.value !== 0) {
      const at = width.file === undefined ? width : group;
      yield { at: at.path, message: `${told(width)} is not a multiple of the quantisation's ${told(group)}` };
      continue;
    }
    // the hidden state is not cut
    const ranks = width.concept === 'hidden' ? undefined : view.number('tensor', group, true);
    if (ranks !== undefined) yield* uncut(width, group, ranks);
  }
}
