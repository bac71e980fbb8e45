/** The editor of manifests by itself: one file, one value, no repository. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EditRequest, Edited } from '../promotion/index.ts';
import { UserError } from '../kernel/user-error.ts';
import { pathTree } from './change.ts';
import { gatePath } from './named-paths.ts';
import type { Outcome, Terminal } from './verb.ts';

export interface ManifestRequest extends Omit<EditRequest, 'file'> {
  /** As it was named on the command line. */
  readonly manifest: string;
  readonly dryRun: boolean;
}

/** The edited file, or with `dryRun: false` the file itself is written. Throws a UserError, with the place, for what is refused. */
export async function editNamedManifest(request: ManifestRequest, terminal: Terminal): Promise<Outcome> {
  const { manifest, dryRun, ...asked } = request;
  const place = path.resolve(terminal.cwd, manifest);
  const bytes = await (await pathTree(place)).read(path.basename(place));
  if (bytes === undefined)
    throw new UserError(`There is no file ${manifest}`, { help: 'Name one manifest with --manifest.' });
  const { editManifest, editReport } = await import('#lib/promotion');
  const edited = accepted(editManifest(bytes, { file: manifest, ...asked }), manifest);
  if (dryRun) return { text: edited.text };
  if (edited.changed) await writeFile(place, edited.text);
  const file = gatePath(manifest, terminal.cwd, terminal.cwd);
  const { before, document, changed, place: at } = edited;
  return {
    report: editReport({ file, document, path: asked.path, ...at, before, after: asked.value, changed }),
  };
}

function accepted(edited: Edited, file: string): Extract<Edited, { ok: true }> {
  if (edited.ok) return edited;
  const { message, help, line, column } = edited;
  const at = line === undefined || column === undefined ? {} : { line, column };
  throw new UserError(message, { help, place: { file, ...at } });
}
