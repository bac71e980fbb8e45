/** Puts one value into a manifest: every byte but those of the value stays, or nothing is changed. */
import { decodeText } from '../../documents/source/decode.ts';
import { LineIndex } from '../../documents/source/lines.ts';
import type { WrittenNode, WrittenScalar } from '../../documents/yaml/stream.ts';
import { count, enumerate } from '../../kernel/text.ts';
import { findValue, type Found, type Search } from './find.ts';
import { formatOf } from './formats.ts';
import { refuseDuplicates, refuseTemplate, refuseUnwritable } from './guards.ts';
import { parsePath, pathOf, type Step } from './path.ts';
import { Refused, refusalOf } from './refused.ts';
import { rewritten, type Asked } from './rewrite.ts';
import { onlyDifference } from './same.ts';
import { rangeOf } from './spell.ts';

export interface EditRequest {
  /** For messages, and for its ending: `.json` is read as JSON, everything else as YAML. */
  readonly file: string;
  readonly path: string;
  readonly value: string;
  /** Which document of the file, from 1. Default: the only one in which the path leads to a value. */
  readonly document?: number | undefined;
}

export type Edited =
  | {
      readonly ok: true;
      readonly text: string;
      /** The value as it was, and as it is. */
      readonly before: string;
      readonly after: string;
      /** The value that stands there now. */
      readonly place: TextPlace;
      readonly document: number;
      /** False where the value stood there already. */
      readonly changed: boolean;
    }
  | ({ readonly ok: false } & NotEdited);

/** Why nothing was changed. */
export interface NotEdited extends Partial<TextPlace> {
  readonly message: string;
  readonly help: string;
}

/** 1-based. */
export interface TextPlace {
  readonly line: number;
  readonly column: number;
}

/** The file with the value at the path. What cannot be edited surely is refused, with the place. Never throws for what stands in the file. */
export function editManifest(input: string | Uint8Array, request: EditRequest): Edited {
  const decoded = decodeText(input);
  if (!decoded.ok) return { ok: false, message: decoded.message, help: decoded.help };
  const path = parsePath(request.path);
  if (!path.ok) return path;
  try {
    return edited(decoded.text, path.steps, request);
  } catch (error) {
    return notEdited(error, decoded.text);
  }
}

/** The file with the value at the path as it is written in another state of the file: byte for byte, or nothing is changed. */
export function restoreValue(current: string, before: string, request: Omit<EditRequest, 'value'>): Edited {
  const path = parsePath(request.path);
  if (!path.ok) return path;
  try {
    const format = formatOf(request.file);
    const old = chosen(format.read(before), path.steps, request.document).value;
    const documents = format.read(current);
    const { value: now, number } = chosen(documents, path.steps, request.document);
    refuseDuplicates(documents[number - 1], path.steps);
    const [there, wanted] = [rangeOf(current, now), rangeOf(before, old)];
    const text =
      current.slice(0, there.from) + before.slice(wanted.from, wanted.to) + current.slice(there.to);
    const restored = onlyDifference(documents, format.read(text), now);
    if (restored?.text !== old.text || restored.tag !== old.tag)
      throw new Refused(`${pathOf(path.steps)} cannot be put back as it was`, now.start, 'Edit it by hand.');
    const place = new LineIndex(current).point(now.start);
    return {
      ok: true,
      text,
      before: now.text,
      after: old.text,
      place,
      document: number,
      changed: text !== current,
    };
  } catch (error) {
    return notEdited(error, current);
  }
}

function notEdited(error: unknown, text: string): Edited {
  const refusal = refusalOf(error);
  if (refusal === undefined) throw error;
  const { message, help, at } = refusal;
  return { ok: false, message, help, ...new LineIndex(text).point(at) };
}

function edited(source: string, steps: readonly Step[], request: EditRequest): Edited {
  const format = formatOf(request.file);
  const documents = format.read(source);
  const { value: old, number } = chosen(documents, steps, request.document);
  const place = new LineIndex(source).point(old.start);
  const done = { ok: true, before: old.text, after: request.value, place, document: number } as const;
  refuseTemplate(old, steps);
  refuseDuplicates(documents[number - 1], steps);
  if (old.text === request.value) return { ...done, text: source, changed: false };
  refuseUnwritable(request.value, old);
  const asked: Asked = { source, documents, old, value: request.value, path: pathOf(steps), format };
  return { ...done, text: rewritten(asked), changed: true };
}

/** The one document that the path means. */
function chosen(
  documents: readonly WrittenNode[],
  steps: readonly Step[],
  wanted: number | undefined,
): { value: WrittenScalar; number: number } {
  if (wanted !== undefined && documents[wanted - 1] === undefined)
    throw new Refused(
      `there is no document ${wanted}: the file has ${count(documents.length, 'document')}`,
      0,
      'Documents count from 1.',
    );
  const searches = documents.map((document) => findValue(document, steps));
  if (wanted !== undefined) return { value: valueOf(searches[wanted - 1]), number: wanted };
  const there = searches.flatMap((search, at) =>
    search.kind === 'missing' ? [] : [{ search, number: at + 1 }],
  );
  const [only, second] = there;
  if (second !== undefined) throw several(there, steps);
  if (only !== undefined) return { value: valueOf(only.search), number: only.number };
  throw nowhere(searches, steps);
}

function valueOf(search: Search | undefined): Found['value'] {
  if (search?.kind === 'found') return search.value;
  if (search?.kind === 'blocked') throw search.reason;
  throw new Refused(
    search?.message ?? 'the file is empty',
    search?.at ?? 0,
    search?.help ?? 'Correct the path.',
  );
}

function several(there: readonly { search: Search; number: number }[], steps: readonly Step[]): Refused {
  const numbers = enumerate(there.slice(0, 10).map(({ number }) => String(number)));
  return new Refused(
    `${there.length} documents of the file have ${pathOf(steps)}: ${numbers}`,
    there[1]?.search.at ?? 0,
    `Name one of them: --document ${there[0]?.number ?? 1}.`,
  );
}

function nowhere(searches: readonly Search[], steps: readonly Step[]): Refused {
  const [first] = searches;
  if (searches.length === 1 && first?.kind === 'missing')
    return new Refused(first.message, first.at, first.help);
  if (searches.length === 0) return new Refused('the file is empty', 0, 'Correct the path of the file.');
  const at = first?.at ?? 0;
  return new Refused(
    `none of the ${searches.length} documents of the file has ${pathOf(steps)}`,
    at,
    'Correct the path; with --document N the message says how far it leads.',
  );
}
