import { makeReport } from '../../report/make.ts';
import type { Report } from '../../report/model.ts';
import type { EditFact } from '../facts.ts';

/** What became of one value that somebody edited by hand. */
export function editReport(edit: EditFact): Report<{ readonly edits: readonly EditFact[] }> {
  const { file, line, path, before, after, changed } = edit;
  const place = `${path} of ${file}:${line}`;
  const title = changed
    ? `${place} is ${JSON.stringify(after)}, and was ${JSON.stringify(before)}`
    : `${place} is ${JSON.stringify(before)} already`;
  return makeReport({ gate: 'promote-model', title, facts: { edits: [edit] } });
}
