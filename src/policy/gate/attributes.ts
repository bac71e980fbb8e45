/** Attributes by which a checkout gives a file another content than the commit has: gates judge what is committed. */
import { posix } from 'node:path';
import { policyRules } from '../rules.ts';
import type { Finding } from '../../report/model.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { ChangedFile, ChangeSet, FileTree } from '../../ports/index.ts';

/** Bytes of a file of attributes that are read: git itself ignores one of more than 100 MiB, and no team has one of this size. */
const maxBytes = 1024 * 1024;

/** Findings that one change gives. */
const most = 20;

/** What a change to `.gitattributes`, in any folder, has another content of in a checkout from now on. */
export async function attributeFindings(
  { base, head }: Pick<ChangeSet, 'base' | 'head'>,
  files: readonly ChangedFile[],
): Promise<Finding[]> {
  const changed = files.filter(({ path, status }) => isAttributes(path) && status !== 'deleted');
  if (changed.length === 0) return [];
  const macros = macrosIn(await linesOf(head, name));
  const found: Finding[] = [];
  for (const { path } of changed) {
    // Where a file was before says nothing: its lines are about the files beside it.
    const [before = [], after] = [await linesOf(base, path), await linesOf(head, path)];
    if (after === undefined) found.push(unread(path));
    const told = isUndone(before, after ?? [], macros) ? [] : before;
    for (const [at, line] of (after ?? []).entries())
      if (!told.includes(line))
        found.push(...rewriting(line, macros).map((one) => finding(path, at + 1, line, one)));
  }
  return found.slice(0, most);
}

const name = '.gitattributes';

function isAttributes(path: string): boolean {
  return posix.basename(path).toLowerCase() === name;
}

async function linesOf(tree: FileTree, path: string): Promise<readonly string[] | undefined> {
  try {
    const bytes = await tree.read(path, maxBytes);
    return bytes === undefined ? [] : new TextDecoder().decode(bytes).split(/\r?\n/);
  } catch (error) {
    if (!isUserError(error)) throw error;
    return undefined;
  }
}

/** Name → the attributes that change contents among those it stands for. Only the file at the root may define some. */
type Macros = ReadonlyMap<string, readonly string[]>;

function macrosIn(lines: readonly string[] = []): Macros {
  const defined = lines.flatMap((line): [string, readonly string[]][] => {
    const macro = /^\s*\[attr\](\S+)/.exec(line)?.[1];
    return macro === undefined ? [] : [[macro, rewriting(line, new Map())]];
  });
  return new Map(defined.filter(([, attributes]) => attributes.length > 0));
}

/** Of several lines for a file the last counts: one that took an attribute off went, or stands before the one that sets it now. */
function isUndone(before: readonly string[], after: readonly string[], macros: Macros): boolean {
  const isLine = (line: string) => takesOff(line, macros) || rewriting(line, macros).length > 0;
  const old = before.filter((line) => takesOff(line, macros) || (isLine(line) && after.includes(line)));
  const now = after.filter((line) => isLine(line) && before.includes(line));
  return old.join('\n') !== now.join('\n');
}

function takesOff(line: string, macros: Macros): boolean {
  return attributesOf(line).some((word) => {
    const off = /^[-!](.*)$/.exec(word)?.[1];
    return off !== undefined && (/^(?:working-tree-encoding|filter|ident)$/.test(off) || macros.has(off));
  });
}

/** The attributes of a line that change contents; a macro stands for its own. */
function rewriting(line: string, macros: Macros): readonly string[] {
  return attributesOf(line).flatMap((word) => macros.get(word) ?? (isRewriting(word) ? [word] : []));
}

function isRewriting(word: string): boolean {
  const [, attribute = '', value = ''] = /^(working-tree-encoding|filter)=(.*)$/.exec(word) ?? [];
  if (word === 'ident') return true;
  return (
    (attribute === 'filter' && value !== 'lfs') ||
    (attribute !== '' && attribute !== 'filter' && !isPlain(value))
  );
}

/** Comments have none. */
function attributesOf(line: string): readonly string[] {
  return /^\s*#/.test(line) ? [] : line.trim().split(/\s+/).slice(1);
}

/** Encodings that every character has: what is read from them is what was committed, or nothing. */
function isPlain(encoding: string): boolean {
  return /^utf-?(?:8|16|32)(?:[lb]e)?(?:-bom)?$/i.test(encoding);
}

function finding(file: string, line: number, text: string, attribute: string): Finding {
  return policyRules['checkout-differs'].finding({
    file,
    line,
    ...(!attribute.startsWith('working') && { severity: 'warning' as const }),
    message: `With ${attribute} a checkout gives the files of "${text.trim().split(/\s+/, 1)[0] ?? ''}" another content than the commit has, and gates judge what is committed.`,
    help: 'Take the attribute out, and commit the files as they are read.',
  });
}

function unread(file: string): Finding {
  return policyRules['checkout-differs'].finding({
    file,
    line: 1,
    message: 'It cannot be read, so what a checkout makes of the files is not known.',
    help: 'Make it a file of this repository of at most 1 MiB.',
  });
}
