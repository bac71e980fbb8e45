import { defineRules } from '../../report/rule.ts';

/** What composing a run finds. */
export const composeRules = defineRules('config', {
  'missing-config': {
    fixable: true,
    severity: 'error',
    summary:
      'A defaults list of Hydra, or `_base_` of mmengine, names a config that is not there: the run stops before it starts. A notice where a search path leads out of the repository, or code registers configs.',
    example: 'defaults:\n  - model: bsae   # config/model/base.yaml',
    fix: 'Write the name of a config that is there.',
  },
  'not-composed': {
    severity: 'error',
    summary:
      'The framework refuses to compose the run: a circle of defaults, an override before what it overrides, a mapping over a list, a word of the command that cannot be read.',
    example: 'defaults:\n  - override model: large\n  - model: base',
    fix: 'Fix it at the place that is shown.',
  },
  'unknown-override': {
    fixable: true,
    severity: 'error',
    summary: 'A command overrides a key that the composed config does not have: Hydra stops.',
    example: 'python main.py train.lr_rate=1e-5',
    fix: 'Write the key that the config has, or + in front to add one.',
  },
  'defaults-reordered': {
    severity: 'warning',
    summary:
      'The order of a defaults list changed, and with it a value of the composed run: what comes later overrides what comes before, `_self_` included.',
    example: 'defaults:\n  - _self_\n  - model: base   # now overrides what the file itself sets',
    fix: 'Put _self_ last to let the file itself override its groups.',
  },
  'number-overridden': {
    severity: 'warning',
    summary: 'A text overrides a number that another part of the run sets.',
    example: '_base_ = ["base.py"]   # lr = 1e-5\nlr = "2e-5"',
    fix: 'Write the number without quotes.',
  },
  'search-path-outside': {
    severity: 'notice',
    summary:
      'A search path of Hydra, or a base config, lies outside of the repository: its configs are not read.',
    example: 'hydra:\n  searchpath: [pkg://acme_library.conf]',
    fix: 'Nothing to fix; what comes from there is not judged.',
  },
});
