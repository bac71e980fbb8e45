/** What manifests say of a package now that they did not, and the other way round. */
import type { Statement } from '../model.ts';

/** What the manifests that govern the lock say, at the merge base and at the head. */
export interface Intent {
  readonly base: readonly Statement[];
  readonly head: readonly Statement[];
  /** The lock itself, where a person writes it: its own lines are requirements. */
  readonly handWritten?: HandWritten;
}

export interface HandWritten {
  readonly file: string;
  /** What it said of the package before: other files may say the same all along. */
  readonly before: readonly Statement[];
}

export interface ChangedStatements {
  /** Something said of this very package, not of every package. */
  readonly any: boolean;
  /** New or changed at the head. */
  readonly now: readonly Statement[];
  /** Gone or changed since the base. */
  readonly gone: readonly Statement[];
  /** Lines that a person wrote anew into the lock itself. */
  readonly own: readonly Statement[];
}

export function changedStatements({ base, head, handWritten }: Intent): ChangedStatements {
  const old = new Set(base.map(meaningOf));
  const current = new Set(head.map(meaningOf));
  const now = head.filter((one) => !old.has(meaningOf(one)));
  const gone = base.filter((one) => !current.has(meaningOf(one)));
  const said = new Set(handWritten?.before.map(({ text }) => text));
  const own = head.filter(({ file, text }) => file === handWritten?.file && !said.has(text));
  return { any: [...now, ...gone].some(({ name }) => name !== '*'), now, gone, own };
}

/** What conda is asked for in the same words as pip is another package. */
function meaningOf({ text, dialect }: Statement): string {
  return dialect === 'conda' ? `${text}\0conda` : text;
}

/** It says where the package comes from. */
export function isSourceLike({ kind, text }: Statement): boolean {
  return kind === 'source' || kind === 'index' || sourceWords.test(text);
}

/** uv: `override-dependencies = ["opencv-python; sys_platform == 'never'"]` takes a package out whoever asks for it. */
export function isLeftOut(base: readonly Statement[], head: readonly Statement[]): boolean {
  const old = new Set(base.map(({ text }) => text));
  return head.some(({ kind, name, marker, text }) => {
    return kind === 'override' && name !== '*' && marker !== '' && !old.has(text);
  });
}

/** An address, or a folder of the repository. */
export function isPlace(word: string): boolean {
  return word.includes('://') || /^\.{0,2}\//.test(word);
}

const sourceWords = /(?:source|git|url|index|channel|path)=|:\/\//;
