import type { VersionFacts } from '../../releases/index.ts';
import type { Report } from '../../report/model.ts';
import { outputTexts } from '../../runner/publish/output-texts.ts';

export function versionOutputs({ facts }: Report<VersionFacts>): Record<string, string> {
  return outputTexts({
    version: facts.version,
    tag: facts.tag,
    created: facts.created,
    sha: facts.sha,
    'is-release': facts.isRelease,
    'previous-tag': facts.previousTag,
    latest: facts.latest,
    'decided-by': facts.decidedBy?.join('\n'),
    channel: facts.channel,
    'docker-tag': facts.dockerTag,
    pep440: facts.pep440,
    'job-name': facts.jobName,
    labels: labelLines(facts.labels),
  });
}

/** One `key=value` a line, as docker/build-push-action takes them. */
function labelLines(labels: VersionFacts['labels'] = {}): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value.replaceAll(/[\r\n]/g, ' ')}`)
    .join('\n');
}
