/** The name nearest to `name` by edit distance, if near enough to be a slip: at most a third of its letters, and 1 to 3. */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(name.length / 3)));
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of names) {
    if (candidate === name || Math.abs(candidate.length - name.length) >= bestDistance) continue;
    if (differInNumbers(name, candidate)) continue;
    const distance = editDistance(name, candidate);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/**
 * Whether a name may be a slip of the pen for another: word for word the same, but for a letter or, in a long word, two.
 * `peft_config` is none for `dist_config`, nor `loss_type` for `kl_loss_type`: they are names of other things.
 */
export function isSlip(name: string, meant: string): boolean {
  if (differInNumbers(name, meant)) return false;
  const [words, others] = [wordsOf(name), wordsOf(meant)];
  if (words.length !== others.length) return editDistance(words.join(''), others.join('')) <= 1;
  return words.every((word, index) => isSlipOfWord(word, others[index] ?? ''));
}

/** `load_in_4bit` and `load_in_8bit` are two names, each as right as the other. */
function differInNumbers(name: string, other: string): boolean {
  const [numbers, others] = [name.match(/\d+/g), other.match(/\d+/g)];
  return numbers !== null && others !== null && wordsAround(name) === wordsAround(other) && name !== other;
}

function wordsAround(name: string): string {
  return name.slice(0, 100).replaceAll(/\d+/g, '0');
}

/** `hiddenSize`, `hidden-size` and `hidden_size` are two words. */
function wordsOf(name: string): string[] {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, '$1_$2').toLowerCase();
  return words.split(/[^a-z\d]+/).filter((word) => word !== '');
}

function isSlipOfWord(word: string, other: string): boolean {
  const length = Math.max(word.length, other.length);
  // tp, pp, cp and ep are what they are
  if (length < 3 && word.length === other.length) return word === other;
  return editDistance(word, other) <= (length < 8 ? 1 : 2);
}

/** Optimal string alignment: insert, delete, replace, and swap of neighbours cost one each. */
export function editDistance(a: string, b: string): number {
  if (a.length > 100 || b.length > 100) return Math.max(a.length, b.length);
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replace = at(above, j - 1) + Number(a[i - 1] !== b[j - 1]);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap = swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(above, j) + 1, at(row, j - 1) + 1, replace, swap));
    }
    [before, above] = [above, row];
  }
  return at(above, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
