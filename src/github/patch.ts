/** Lines that a unified diff of one file adds, by their numbers in the new file. */
export function addedLines(patch: string): ReadonlyMap<number, string> {
  const added = new Map<number, string>();
  let line = 0;
  for (const text of patch.split('\n')) {
    const start = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(text)?.[1];
    if (start !== undefined) line = Number(start);
    else if (text.startsWith('+')) added.set(line++, text.slice(1));
    else if (!text.startsWith('-') && !text.startsWith('\\')) line += 1;
  }
  return added;
}
