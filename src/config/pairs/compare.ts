import type { Finding } from '../../report/model.ts';
import type { ConfigDocument } from '../../documents/document.ts';
import type { Path } from '../../documents/tree/node.ts';
import type { Concept } from '../rules/names.ts';
import { aroundRules } from '../rules/around-rules.ts';
import { worldOf } from '../rules/parallel.ts';
import { type Found, isOn, textOf, TrainingView } from '../rules/training-view.ts';

/** What the trainer and the file beside it both set: transformers' HfTrainerDeepSpeedConfig refuses other values. */
const shared: readonly Concept[] = ['accumulation', 'microBatch', 'clip', 'rate', 'weightDecay', 'warmup'];

interface Said {
  readonly name: string;
  readonly text: string;
  readonly path: Path;
}

/**
 * Where two files of one run disagree, at the file that is judged. `isLinked`: one names the other, so that the trainer refuses to
 * start; else they only lie in one folder.
 */
export function pairFindings(judged: ConfigDocument, other: ConfigDocument, isLinked: boolean): Finding[] {
  const [here, there] = [new TrainingView(judged.root), new TrainingView(other.root)];
  const [product, whole] = [productIn(here, there), batchIn(there)];
  const numbers = shared.flatMap((concept): [Said | undefined, Said | undefined][] => [
    [numberIn(here, concept), numberIn(there, concept)],
  ]);
  const pairs = [...numbers, [precisionIn(here), precisionIn(there)] as const, [product, whole] as const];
  return pairs.flatMap(([own, beside]) => {
    if (own === undefined || beside === undefined || own.text === beside.text) return [];
    const place = judged.place(own.path, 'value');
    const otherLine = other.place(beside.path, 'value')?.line;
    const what = isLinked ? 'the trainer refuses that' : 'if both belong to one run, one of them is wrong';
    return [
      aroundRules['files-disagree'].finding({
        severity: isLinked ? 'error' : 'warning',
        file: judged.file,
        ...place,
        message: `${own.name} is ${own.text} here, but ${beside.name} is ${beside.text} in ${other.file}${otherLine === undefined ? '' : `:${otherLine}`}: ${what}`,
        help: `set both alike, or "auto" in the DeepSpeed file`,
      }),
    ];
  });
}

function numberIn(view: TrainingView, concept: Concept): Said | undefined {
  const found = view.only(concept);
  return found === undefined ? undefined : { name: found.name, text: String(found.value), path: found.path };
}

/** The batch of all ranks that DeepSpeed's file sets. */
function batchIn(view: TrainingView): Said | undefined {
  return view.sets('zeroStage') ? numberIn(view, 'globalBatch') : undefined;
}

/** What the trainer's own numbers make of it, where its ranks are known too. */
function productIn(trainer: TrainingView, deepspeed: TrainingView): Said | undefined {
  // ranks that share a sequence or a model have one batch together
  if ([trainer, deepspeed].some((view) => view.has('tensor', 'pipeline', 'context', 'sequenceRanks')))
    return undefined;
  const micro = trainer.only('microBatch');
  const world = micro === undefined ? undefined : worldOf(trainer, micro);
  if (micro === undefined || world === undefined) return undefined;
  const times = trainer.only('accumulation') ?? deepspeed.only('accumulation');
  const text = String(micro.value * world.value * (times?.value ?? 1));
  const factors = [micro, ...(times === undefined ? [] : [times])].map(
    ({ name, value }) => `${name} ${value}`,
  );
  return { name: `${factors.join(' × ')} × ${world.value} ranks`, text, path: micro.path };
}

/** bf16 or fp16, as a switch that is on or as mixed_precision; `undefined` where neither is said, or both. */
function precisionIn(view: TrainingView): Said | undefined {
  const on = (['bf16', 'fp16'] as const).flatMap((precision) =>
    view
      .all(precision)
      .filter(isOn)
      .map((found) => ({ precision, found })),
  );
  const mixed = view.all('mixedPrecision').map((found) => ({ precision: textOf(found), found }));
  const said = [...on, ...mixed].filter(({ precision }) => precision === 'bf16' || precision === 'fp16');
  const [first] = said;
  if (first?.precision === undefined || said.some(({ precision }) => precision !== first.precision))
    return undefined;
  return saidOf(first.found, first.precision);
}

function saidOf({ name, path, node }: Found, precision: string): Said {
  const isSwitch = node.type === 'bool' || node.type === 'dict';
  return { name: isSwitch ? 'precision' : name, text: precision, path };
}
