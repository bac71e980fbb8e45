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
  const found: Finding[] = [];
  for (const { path, previousPath = path } of changed) {
    const before = await linesOf(base, previousPath);
    const after = await linesOf(head, path);
    if (after === undefined) found.push(unread(path));
    const old = new Set(before);
    for (const [at, line] of (after ?? []).entries())
      found.push(...(old.has(line) ? [] : rewriting(line).map((one) => finding(path, at + 1, line, one))));
  }
  return found.slice(0, most);
}

function isAttributes(path: string): boolean {
  return posix.basename(path).toLowerCase() === '.gitattributes';
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

/** The attributes of a line that change contents: comments have none, and what a macro stands for is on its own line. */
function rewriting(line: string): string[] {
  if (/^\s*#/.test(line)) return [];
  const words = line.trim().split(/\s+/).slice(1);
  return words.filter((word) => {
    const [, name = '', value = ''] = /^(working-tree-encoding|filter)=(.*)$/.exec(word) ?? [];
    if (word === 'ident') return true;
    return (name === 'filter' && value !== 'lfs') || (name !== '' && name !== 'filter' && !isPlain(value));
  });
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
