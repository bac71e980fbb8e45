/**
 * The example's evaluation results, made up but exact: `node scripts/demo/evaluations.ts` writes
 * examples/qwen3-vl/evals/mmmu_val.jsonl again, byte for byte.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** Cells of the confusion matrix; 1 is yes. */
const cells = {
  truePositive: { target: 1, prediction: 1, count: 213 },
  falseNegative: { target: 1, prediction: 0, count: 38 },
  falsePositive: { target: 0, prediction: 1, count: 37 },
  trueNegative: { target: 0, prediction: 0, count: 212 },
} as const;
type Cell = keyof typeof cells;

/** How many samples of each cell another model answers the other way. */
export type Flips = Readonly<Partial<Record<Cell, number>>>;

/** F1 85.03 → 83.23: −1.80 points on 500 samples of which 488 agree. */
export const degradedFlips: Flips = { truePositive: 8, falseNegative: 1, falsePositive: 1, trueNegative: 2 };

/** F1 85.03 → 85.49: +0.46 points on 500 samples of which 490 agree. */
export const fixedFlips: Flips = { truePositive: 2, falseNegative: 4, falsePositive: 2, trueNegative: 2 };

/** From there another −1.79 points by 8 samples more: F1 83.70. */
export const incidentFlips: Flips = { ...fixedFlips, truePositive: 9, trueNegative: 3 };

/** MMMU's validation set has 30 subjects of 30 questions; 500 of the 900 are asked here. */
const subjects = [
  'Accounting',
  'Agriculture',
  'Architecture_and_Engineering',
  'Art',
  'Art_Theory',
  'Basic_Medical_Science',
  'Biology',
  'Chemistry',
  'Clinical_Medicine',
  'Computer_Science',
  'Design',
  'Diagnostics_and_Laboratory_Medicine',
  'Economics',
  'Electronics',
  'Energy_and_Power',
  'Finance',
  'Geography',
  'History',
  'Literature',
  'Manage',
  'Marketing',
  'Materials',
  'Math',
  'Mechanical_Engineering',
  'Music',
  'Pharmacy',
  'Physics',
  'Psychology',
  'Public_Health',
  'Sociology',
];
const questionsInAll = 500;
const seed = 20260114;

/** JSON Lines of `{id, target, prediction}`, the same on every machine. */
export function evaluationResults(flips: Flips = {}): string {
  const drawn = shuffled(
    cellNames.flatMap((cell) => Array<Cell>(cells[cell].count).fill(cell)),
    seed,
  );
  const left = new Map<Cell, number>(cellNames.map((cell) => [cell, flips[cell] ?? 0]));
  const order = shuffled(
    drawn.map((_, index) => index),
    seed + 1,
  );
  const flipped = new Set(order.filter((index) => take(left, drawn[index])));
  const rows = sampleIds().map((id, index) => row(id, drawn[index], flipped.has(index)));
  return `${rows.join('\n')}\n`;
}

const cellNames = Object.keys(cells) as Cell[];

function row(id: string, cell: Cell | undefined, flip: boolean): string {
  if (cell === undefined)
    throw new Error(`${id} has no confusion cell: the counts do not add up to ${questionsInAll}`);
  const { target, prediction } = cells[cell];
  return `{"id": "${id}", "target": ${target}, "prediction": ${flip ? 1 - prediction : prediction}}`;
}

/** Whether a flip of this cell is still due; takes it. */
function take(left: Map<Cell, number>, cell: Cell | undefined): boolean {
  const due = cell === undefined ? 0 : (left.get(cell) ?? 0);
  if (cell !== undefined && due > 0) left.set(cell, due - 1);
  return due > 0;
}

/** `validation_Accounting_1` …: 17 questions of the first 20 subjects, 16 of the others. */
function sampleIds(): string[] {
  const each = Math.floor(questionsInAll / subjects.length);
  const more = questionsInAll % subjects.length;
  return subjects.flatMap((subject, index) =>
    Array.from(
      { length: each + Number(index < more) },
      (_, question) => `validation_${subject}_${question + 1}`,
    ),
  );
}

/** In the order of a random key for each. */
function shuffled<Item>(items: readonly Item[], start: number): Item[] {
  const random = randomNumbers(start);
  const deck = items.map((item) => ({ item, key: random() }));
  return deck.toSorted((a, b) => a.key - b.key).map(({ item }) => item);
}

/** A linear congruential generator (Numerical Recipes): the same numbers everywhere, in [0, 1). */
function randomNumbers(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

if (import.meta.main) {
  const file = path.resolve(import.meta.dirname, '../../examples/qwen3-vl/evals/mmmu_val.jsonl');
  writeFileSync(file, evaluationResults());
  console.log(`wrote ${file}`);
}
