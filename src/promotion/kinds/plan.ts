/** Which values of which manifests a version and a weight mean, by the kind of the target. */
import type { Target } from '../../policy/index.ts';
import { enumerate } from '../../kernel/text.ts';
import { editManifest } from '../edit/edit.ts';
import type { EditFact } from '../facts.ts';
import type { Version } from '../version.ts';
import { documentsIn, type ManifestFile } from './manifests.ts';
import { placesOf, type Place, type PlanProblem } from './places.ts';

export type Plan =
  | {
      readonly ok: true;
      readonly edits: readonly EditFact[];
      /** Of the files that change, the whole new text. */
      readonly texts: ReadonlyMap<string, string>;
    }
  | { readonly ok: false; readonly problems: readonly PlanProblem[] };

/** What is written for a version at a share of the traffic in percent. Nothing is written in part: one problem stops all. */
export function planEdits(
  target: Target,
  files: readonly ManifestFile[],
  version: Version,
  weight: number,
): Plan {
  const { documents, unread } = documentsIn(files);
  if (unread.length > 0)
    return problems(
      unread.map(({ file, message }) => ({
        file,
        message,
        help: 'Fix the file, or leave it out of `files` of the target.',
      })),
    );
  if (files.length === 0)
    return problems([
      {
        message: `no file matches ${enumerate([...target.files])}`,
        help: `Correct \`targets.${target.name}.files\`.`,
      },
    ]);
  const places = placesOf({ target, documents, version, weight });
  if ('message' in places) return problems([places]);
  return applied(places, files);
}

function problems(all: readonly PlanProblem[]): Plan {
  return { ok: false, problems: all };
}

/** The edits one after another, each in the text that the one before left. */
function applied(places: readonly Place[], files: readonly ManifestFile[]): Plan {
  const texts = new Map(files.map(({ file, text }) => [file, text]));
  const changed = new Set<string>();
  const edits: EditFact[] = [];
  for (const { file, document, path, value } of places) {
    const edited = editManifest(texts.get(file) ?? '', { file, document, path, value });
    if (!edited.ok) return problems([{ file, ...edited }]);
    texts.set(file, edited.text);
    if (edited.changed) changed.add(file);
    edits.push({
      file,
      document,
      path,
      ...edited.place,
      before: edited.before,
      after: value,
      changed: edited.changed,
    });
  }
  return { ok: true, edits, texts: new Map([...texts].filter(([file]) => changed.has(file))) };
}
