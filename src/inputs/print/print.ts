import type { Fingerprints, Print, Take, Value } from '../model.ts';
import { Unreadable } from '../read/source.ts';
import { sizeOf } from '../read/stored-array.ts';
import { hashesOf } from './hashes.ts';
import { statisticsOf } from './statistics.ts';

/** What is kept of a value. */
export function printOf(value: Value): Print {
  if (value.kind === 'exact') return value;
  const { dtype, shape, grid, values } = value;
  const row = Math.max(1, sizeOf(shape.slice(1)));
  return {
    kind: 'dense',
    dtype,
    shape,
    ...(grid !== undefined && { grid }),
    hashes: hashesOf(values, row),
    statistics: statisticsOf(value),
  };
}

/** Of one side: each takes 8 bytes as long as it is compared. */
const mostExactValues = 25_000_000;

/** Collects one side, sample by sample or tensor by tensor. */
export class Collector {
  private readonly samples = new Map<string, Map<string, Print>>();
  private readonly names = new Set<string>();
  /** A second value of the same tensor in the same sample. */
  readonly twice: { readonly sample: string; readonly name: string }[] = [];

  private exactValues = 0;

  readonly take: Take = (sample, name, value) => this.add(sample, name, printOf(value));

  /** Throws `Unreadable` where ids would fill the memory. */
  add(sample: string, name: string, print: Print): void {
    this.exactValues += print.kind === 'exact' ? print.values.length : 0;
    if (this.exactValues > mostExactValues)
      throw new Unreadable(
        `it has more than ${mostExactValues} ids, labels and places of masks in all`,
        'A few dozen fixed samples show what changed: write fewer.',
      );
    this.names.add(name);
    const tensors = this.samples.get(sample) ?? new Map<string, Print>();
    if (tensors.has(name)) this.twice.push({ sample, name });
    else this.samples.set(sample, tensors.set(name, print));
  }

  result(numbered: boolean, noise?: ReadonlyMap<string, number>): Fingerprints {
    return {
      samples: this.samples,
      names: [...this.names],
      numbered,
      ...(noise !== undefined && { noise }),
    };
  }
}
