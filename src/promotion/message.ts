/** What a commit says of the promotion that it makes: all that the ledger will say, so that whoever finds the commit can record it. */
import { isRecord } from '../kernel/record.ts';
import { clip } from '../kernel/text.ts';
import { readDraft, type RecordDraft } from '../lineage/index.ts';

export interface PromotionNote {
  readonly target: string;
  /** The record of what serves, but for the commit that this text is part of. */
  readonly draft: RecordDraft;
}

const label = 'Promotion: ';

/** Title, reason and, in one line, what is to be recorded. */
export function messageOf(title: string, body: string, note: PromotionNote): string {
  return `${clip(title, 72)}\n\n${body}\n\n${label}${JSON.stringify(note)}\n`;
}

/** What the messages of a commit says; of a squash the last. `undefined` where it says nothing that can be read. */
export function noteIn(message: string): PromotionNote | undefined {
  const line = message.split(/\r?\n/).findLast((one) => one.startsWith(`${label}{`));
  if (line === undefined || line.length > 64_000) return undefined;
  try {
    const value: unknown = JSON.parse(line.slice(label.length));
    if (!isRecord(value) || typeof value['target'] !== 'string') return undefined;
    const read = readDraft(value['draft']);
    return read.ok ? { target: value['target'], draft: read.draft } : undefined;
  } catch {
    return undefined;
  }
}

/** The record of a promotion that landed as this commit. */
export function recordOfCommit({ draft }: PromotionNote, sha: string): RecordDraft {
  return { ...draft, parameters: { ...draft.parameters, 'promotion.commit': sha } };
}
