/**
 * The recipes of a Makefile as a shell script with the same lines, each recipe line in a shell of its own, as make runs it. Variables of
 * make become variables of the shell; what make works out itself stays unknown.
 */
export function makefileAsShell(text: string): string {
  const lines = text.split(/\r?\n/);
  const result: string[] = [];
  let isRecipe = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (/^(?:export\s+|override\s+)*define\s/.test(line)) {
      const end = lines.findIndex((each, index) => index > at && /^endef\b/.test(each));
      const next = end < 0 ? lines.length : end + 1;
      // a text of make: a program in another language as a rule
      for (; at < next; at += 1) result.push('');
      at -= 1;
    } else if (line.startsWith('\t') && isRecipe) {
      const last = endOf(lines, at);
      result.push(...recipe(lines.slice(at, last + 1)));
      at = last;
    } else {
      if (/^[^\s#=][^=]*:(?!=)/.test(line)) isRecipe = true;
      const assigned = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*(::?=|\?=|=)\s*(.*)$/.exec(line);
      const isLong = line.endsWith('\\');
      result.push(
        assigned === null || line.startsWith('\t') || isLong
          ? ''
          : assignment(assigned[1] ?? '', assigned[2] ?? '', assigned[3] ?? ''),
      );
    }
  }
  return result.join('\n');
}

function endOf(lines: readonly string[], from: number): number {
  let at = from;
  while (lines[at]?.endsWith('\\') === true && at + 1 < lines.length) at += 1;
  return at;
}

function recipe(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines.map((line) => shellOf(line.replace(/^\t/, '')));
  const all = [`( ${first.replace(/^[@+-]+/, '')}`, ...rest];
  return [...all.slice(0, -1), `${all.at(-1) ?? ''}\n`.replace(/\n$/, ' )')];
}

function assignment(name: string, operator: string, value: string): string {
  const text = shellOf(value.replace(/\s+#.*$/, '').trim()).replaceAll('"', String.raw`\"`);
  return operator === '?=' ? `${name}="\${${name}:-${text}}"` : `${name}="${text}"`;
}

/** `$(A)` of make is `${A}`, `$$A` is `$A`; functions and automatic variables are nobody's to know. */
function shellOf(line: string): string {
  return line.replaceAll(
    /\$(?:\$|\(([A-Za-z_]\w*)\)|\{([A-Za-z_]\w*)\}|\([^()]*(?:\([^()]*\)[^()]*)*\)|[@<^*?%+])/g,
    (all, name?: string, braced?: string) => {
      if (all === '$$') return '$';
      const variable = name ?? braced;
      return variable === undefined ? '${MAKE_VALUE}' : `\${${variable}}`;
    },
  );
}
