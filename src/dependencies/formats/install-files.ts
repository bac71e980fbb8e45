/** Files that install what they name: by their names alone, since their readers are loaded when one changed. */
import type { InstallFormat } from '../model.ts';

const pinAgain = (name: string, version: string): string =>
  name.startsWith('image:')
    ? `write ${name.slice('image:'.length)}:${version} again`
    : `pin ${name.replace(/^\w+:/, '')}==${version} again`;

export const installFormats: readonly InstallFormat[] = [
  {
    name: 'Dockerfile',
    installs: 'dockerfile',
    supports: (path) =>
      /(?:^|\/)(?:Dockerfile|Containerfile)(?:[.\-_][^/]*)?$|\.(?:dockerfile|containerfile)$/i.test(path),
    restore: pinAgain,
  },
  {
    name: 'workflow',
    installs: 'yaml',
    isIncidental: true,
    supports: (path) =>
      /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$|(?:^|\/)action\.ya?ml$|(?:^|\/)\.gitlab-ci[^/]*\.ya?ml$|^\.circleci\/[^/]+\.ya?ml$|(?:^|\/)\.?azure-pipelines[^/]*\.ya?ml$/.test(
        path,
      ),
    restore: pinAgain,
  },
  {
    name: 'compose file',
    installs: 'yaml',
    isIncidental: true,
    supports: (path) => /(?:^|\/)(?:[^/]*[-_.])?compose(?:[-_.][^/]*)?\.ya?ml$/.test(path),
    restore: pinAgain,
  },
  {
    name: 'Helm values',
    installs: 'yaml',
    isIncidental: true,
    supports: (path) => /(?:^|\/)values(?:[-_.][^/]*)?\.ya?ml$/.test(path),
    restore: pinAgain,
  },
  {
    name: 'shell script',
    installs: 'script',
    isIncidental: true,
    supports: (path) => /\.(?:sh|bash)$/.test(path),
    restore: pinAgain,
  },
  {
    name: 'Apptainer definition',
    installs: 'definition',
    isIncidental: true,
    supports: (path) => /(?:^|\/)(?:Singularity|Apptainer)(?:[.\-_][^/]*)?$|\.def$/.test(path),
    restore: pinAgain,
  },
  {
    name: 'Makefile',
    installs: 'makefile',
    isIncidental: true,
    supports: (path) => /(?:^|\/)(?:GNU)?[Mm]akefile$|\.mk$/.test(path),
    restore: pinAgain,
  },
  {
    name: 'tox.ini',
    installs: 'tox',
    isIncidental: true,
    supports: (path) => /(?:^|\/)tox\.ini$/.test(path),
    restore: pinAgain,
  },
  {
    name: 'noxfile.py',
    installs: 'nox',
    isIncidental: true,
    supports: (path) => /(?:^|\/)noxfile\.py$/.test(path),
    restore: pinAgain,
  },
  {
    name: 'pip.conf',
    installs: 'pip-settings',
    isIncidental: true,
    supports: (path) => /(?:^|\/)(?:\.?pip\.conf|pip\.ini)$/.test(path),
    restore: pinAgain,
  },
  {
    name: 'Kubernetes manifest',
    installs: 'kubernetes',
    isIncidental: true,
    supports: (path) =>
      /(?:^|\/)(?:k8s|kube|kubernetes|kustomize|manifests?|deploy(?:ments?)?|overlays|argo(?:cd)?|jobs?)\/(?:[^/]+\/)*[^/]+\.ya?ml$|(?:^|[/_.-])(?:deployment|daemonset|statefulset|cronjob|pod|job|pytorchjob|rayjob|raycluster|rayservice|inferenceservice|k8s|kube)\.ya?ml$/i.test(
        path,
      ),
    restore: pinAgain,
  },
  {
    name: '.python-version',
    installs: 'python-version',
    isIncidental: true,
    supports: (path) => /(?:^|\/)(?:\.python-versions?|\.tool-versions|\.?mise\.toml)$/.test(path),
    restore: pinAgain,
  },
];
