/** Order of texts. */

/** Code-unit order, the same on every machine whatever its locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The texts in that order; the same list where they are already, as git's order mostly is. */
export function inOrder(texts: readonly string[]): readonly string[] {
  const isSorted = texts.every((text, at) => at === 0 || compareText(texts[at - 1] ?? '', text) <= 0);
  return isSorted ? texts : texts.toSorted(compareText);
}
