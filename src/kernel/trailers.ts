/** The trailers of a commit message, as `git interpret-trailers --parse` finds them: not prose, quotes or code that looks like one. */

export interface Trailer {
  readonly key: string;
  /** On one line, trimmed. */
  readonly value: string;
}

const comment = '#';
const cutLine = '# ------------------------ >8 ------------------------';
const writtenByGit = ['Signed-off-by: ', '(cherry picked from commit '];

/** In their order. Only the last paragraph has them, and only where nothing else stands there, or git itself signed it. */
export function trailersOf(message: string): Trailer[] {
  const lines = messageLines(message);
  const start = blockStart(lines);
  return start === undefined ? [] : unfolded(lines.slice(start)).flatMap(parsed);
}

/** Without a patch below `---`, and without the comments, blank lines and conflicts at the end. */
function messageLines(message: string): string[] {
  // What divides is a whole line, with its end: the last piece has none.
  const lines = message.split('\n');
  const isWhole = (at: number): boolean => at < lines.length - 1;
  const divider = lines.findIndex((line, at) => /^---[ \t\r]/.test(line) || (line === '---' && isWhole(at)));
  const kept = divider === -1 ? lines : lines.slice(0, divider);
  const cut = kept.findIndex((line, at) => line === cutLine && isWhole(at));
  return withoutEnd(cut === -1 ? kept : kept.slice(0, cut), isWhole);
}

function withoutEnd(lines: readonly string[], isWhole: (at: number) => boolean): string[] {
  let end = 0;
  let conflicts = false;
  for (const [at, line] of lines.entries()) {
    if (line === 'Conflicts:' && isWhole(at)) conflicts = true;
    else if (line !== '' && !line.startsWith(comment) && !(conflicts && line.startsWith('\t'))) {
      end = at + 1;
      conflicts = false;
    }
  }
  return lines.slice(0, end);
}

/** Index of the first line of the trailers, looking up from the end; the first paragraph is the title and has none. */
function blockStart(lines: readonly string[]): number | undefined {
  const parts = (line: string): boolean => !line.startsWith(comment) && isBlank(line);
  const title = lines.findIndex(parts);
  const last = lines.findLastIndex((line) => !line.startsWith(comment) && !isBlank(line));
  const first = lines.findLastIndex((line, at) => at < last && parts(line)) + 1;
  return title === -1 || first <= title || !isBlock(lines.slice(first)) ? undefined : first;
}

/** Nothing but trailers, or one that git wrote and at least a third as many trailers as other lines. */
function isBlock(lines: readonly string[]): boolean {
  const written = lines.some((line) => kindOf(line) === 'written');
  let trailers = 0;
  let others = 0;
  // Lines that go on from the one above them, whatever that turns out to be.
  let open = 0;
  for (const kind of lines.toReversed().map(kindOf)) {
    if (kind === 'continued') open += 1;
    else if (kind === 'trailer' || kind === 'written') trailers += 1;
    else if (kind !== 'blank') others += open + (kind === 'other' ? 1 : 0);
    if (kind !== 'continued' && kind !== 'blank') open = 0;
  }
  others += open;
  return written ? trailers * 3 >= others : trailers > 0 && others === 0;
}

type Kind = 'comment' | 'blank' | 'written' | 'continued' | 'trailer' | 'other';

function kindOf(line: string): Kind {
  if (line.startsWith(comment)) return 'comment';
  if (isBlank(line)) return 'blank';
  if (writtenByGit.some((prefix) => line.startsWith(prefix))) return 'written';
  if (isSpace(line)) return 'continued';
  return separatorOf(line) > 0 ? 'trailer' : 'other';
}

function unfolded(lines: readonly string[]): string[] {
  const found: string[] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isOpen && (isSpace(line) || line === '')) {
      found.push(`${found.pop() ?? ''} ${trimmed(line)}`);
      continue;
    }
    isOpen = separatorOf(line) > 0;
    found.push(line);
  }
  return found;
}

function parsed(line: string): Trailer[] {
  const at = line.startsWith(comment) ? -1 : separatorOf(line);
  return at < 1 ? [] : [{ key: trimmed(line.slice(0, at)), value: trimmed(line.slice(at + 1)) }];
}

/** Where the colon is behind a word of letters, digits and hyphens; 0 or less where there is none. */
function separatorOf(line: string): number {
  return /^[A-Za-z0-9-]+[ \t]*(?=:)/.exec(line)?.[0].length ?? -1;
}

function isSpace(line: string): boolean {
  return /^[ \t\r]/.test(line);
}

function isBlank(line: string): boolean {
  return /^[ \t\r]*$/.test(line);
}

function trimmed(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isSpace(text.charAt(from))) from += 1;
  while (from < to && isSpace(text.charAt(to - 1))) to -= 1;
  return text.slice(from, to);
}
