import { pageSize, type Client } from './client/client.ts';
import { ApiFailure } from './client/failure.ts';
import { ghost } from './pulls.ts';
import { objectOf, textOf } from './client/shape.ts';
import type { Labels, TimelineEvent } from '../ports/github.ts';

export function labels({ all, call, rest, repo }: Client): Labels {
  const page = { ...repo, per_page: pageSize };
  return {
    list: async (issue_number) => {
      const listed = await all('read labels', () => rest.issues.listLabelsOnIssue({ ...page, issue_number }));
      return listed.map((label) => label.name);
    },
    add: async (issue_number, added) => {
      await call('write labels', () => rest.issues.addLabels({ ...repo, issue_number, labels: [...added] }));
    },
    remove: async (issue_number, name) => {
      await call('write labels', () => rest.issues.removeLabel({ ...repo, issue_number, name })).catch(
        fineWhenMissing,
      );
    },
    events: async (issue_number) => {
      const listed: readonly unknown[] = await all('read labels', () =>
        rest.issues.listEventsForTimeline({ ...page, issue_number }),
      );
      return listed.flatMap(eventOf);
    },
  };
}

function fineWhenMissing(error: unknown): void {
  if (!(error instanceof ApiFailure) || error.status !== 404) throw error;
}

/** By a person, and by GitHub where the branch was deleted that it was to merge into. */
const baseChanges: ReadonlySet<string> = new Set(['base_ref_changed', 'automatic_base_change_succeeded']);

/** The union of all timeline events is too wide to narrow by type: the few fields that matter are read one by one. */
function eventOf(value: unknown): TimelineEvent[] {
  const event = objectOf(value);
  const who = {
    by: textOf(objectOf(event?.['actor'])?.['login']) ?? ghost,
    at: textOf(event?.['created_at']) ?? '',
  };
  const kind = event?.['event'];
  const label = textOf(objectOf(event?.['label'])?.['name']);
  if ((kind === 'labeled' || kind === 'unlabeled') && label !== undefined) return [{ kind, label, ...who }];
  if (typeof kind === 'string' && baseChanges.has(kind)) return [{ kind: 'base_ref_changed', ...who }];
  if (kind !== 'head_ref_force_pushed') return [];
  const sha = textOf(event?.['commit_id']);
  return [{ kind, ...who, ...(sha === undefined ? {} : { sha }) }];
}
