import type { Report } from '../../report/model.ts';
import { factText } from '../fact-text.ts';

export function versionOutputs({ facts }: Report): Record<string, string> {
  return {
    version: factText(facts, 'version'),
    tag: factText(facts, 'tag'),
    created: factText(facts, 'created'),
    sha: factText(facts, 'sha'),
    'is-release': factText(facts, 'isRelease'),
    'previous-tag': factText(facts, 'previousTag'),
    channel: factText(facts, 'channel'),
    'docker-tag': factText(facts, 'dockerTag'),
    pep440: factText(facts, 'pep440'),
    'job-name': factText(facts, 'jobName'),
    labels: labelLines(facts['labels']),
  };
}

/** One `key=value` a line, as docker/build-push-action takes them. */
function labelLines(labels: unknown): string {
  if (typeof labels !== 'object' || labels === null) return '';
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${String(value).replaceAll(/[\r\n]/g, ' ')}`)
    .join('\n');
}
