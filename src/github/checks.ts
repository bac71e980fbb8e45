import type { CheckOutput } from '../report/check.ts';
import type { Client } from './client/client.ts';
import type { CheckRun, Checks } from '../ports/github.ts';

export function checks(client: Client): Checks {
  return { publish: (check) => publish(client, check) };
}

/** The conclusion stands from the first request on: a run that dies between batches leaves no check that never ends. */
async function publish({ call, rest, repo }: Client, check: CheckRun): Promise<{ id: number; url: string }> {
  const [first = [], ...others] = check.output.annotations;
  const output = outputOf(check.output);
  const created = await call('write check', () =>
    rest.checks.create({
      ...repo,
      name: check.name,
      head_sha: check.sha,
      status: 'completed',
      conclusion: check.output.conclusion,
      ...(check.detailsUrl === undefined ? {} : { details_url: check.detailsUrl }),
      output: { ...output, annotations: [...first] },
    }),
  );
  for (const annotations of others) {
    await call('write check', () =>
      rest.checks.update({
        ...repo,
        check_run_id: created.id,
        output: { ...output, annotations: [...annotations] },
      }),
    );
  }
  return { id: created.id, url: created.html_url ?? '' };
}

function outputOf({ title, summary, text }: CheckOutput): { title: string; summary: string; text?: string } {
  return { title, summary, ...(text === '' ? {} : { text }) };
}
