import { defineRules } from '../../report/rule.ts';

/** What the registry, a schema, a checkpoint and a change find in a config. */
export const configRules = defineRules('config', {
  'unregistered-parameter': {
    fixable: true,
    severity: 'error',
    summary: 'The registry knows no such parameter. A warning where strict is off.',
    example: 'new_flag: true',
    fix: 'Register it, or remove it.',
  },
  'misspelt-parameter': {
    fixable: true,
    severity: 'error',
    summary: 'Not registered, and one slip away from a registered parameter.',
    example: 'num_expert: 128',
    fix: 'Write the registered name.',
  },
  'wrong-type': {
    severity: 'error',
    summary: 'The value has not the Python type that is registered.',
    example: 'num_hidden_layers: 48.0',
    fix: 'Write a value of the registered type.',
  },
  'out-of-range': {
    severity: 'error',
    summary: 'The value is below min or above max of the registry.',
    example: 'attention_dropout: 10',
    fix: 'Keep to the range, or have its owner widen it.',
  },
  'change-without-effect': {
    severity: 'warning',
    summary: 'A value changes that a switch beside it turns off.',
    example: 'use_sliding_window: false\nsliding_window: 8192   # was 4096',
    fix: 'Turn the switch on, or leave the value as it was.',
  },
  'not-allowed': {
    fixable: true,
    severity: 'error',
    summary: 'The value is not in the registered enumeration.',
    example: 'hidden_act: sillu',
    fix: 'Use one of the values that are shown.',
  },
  'bad-value': {
    severity: 'error',
    summary:
      'The value breaks another constraint of the registry or of the JSON Schema: a multiple, a pattern, a length.',
    example: 'hidden_size: 2050',
    fix: 'Fix the value as the message says.',
  },
  'missing-key': {
    severity: 'error',
    summary: 'A required parameter is not set.',
    example: 'hidden_size: 2048   # and no vocab_size',
    fix: 'Set it.',
  },
  'unknown-key': {
    fixable: true,
    severity: 'error',
    summary: "The team's JSON Schema allows no such key.",
    example: 'hidden_sise: 2048',
    fix: 'Write the name that the schema knows.',
  },
  'deprecated-parameter': {
    fixable: true,
    severity: 'warning',
    summary: 'The registry calls the parameter deprecated.',
    example: 'rope_scaling: {type: linear, factor: 2.0}',
    fix: 'Use what replaces it.',
  },
  'undeclared-argument': {
    fixable: true,
    severity: 'error',
    summary:
      'A launch command, or a config that its program makes classes of, sets what the program does not declare; of a program that is not in the repository, a slip of a known name.',
    example: 'torchrun train.py --warmpu-steps 100',
    fix: 'Write the name that the program declares.',
  },
  'argument-value': {
    fixable: true,
    severity: 'error',
    summary:
      'A launch command, or the config of a run, gives a value that the program refuses: another type, or none of its choices.',
    example: 'python train.py --num-layers 4.5',
    fix: 'Write a value that the program takes.',
  },
  'run-not-judged': {
    severity: 'notice',
    summary:
      'A run that this change touches could not be judged: what it is given is known only when it starts.',
    example: 'torchrun train.py "$@"',
    fix: 'Write the values into the script, or declare the run in the policy (runs).',
  },
  'not-taken': {
    severity: 'notice',
    summary: 'A changed file sets what configs set, and no glob of the policy takes it: it was not judged.',
    example: 'debug.toml   # config.files: [configs/**]',
    fix: 'Set `config.files` in the policy to the list of the finding; with `!` before a file that is not a config.',
  },
  'script-unreadable': {
    severity: 'warning',
    summary: 'A script that this change touches could not be read as a shell would.',
    example: 'python train.py --name "open quote',
    fix: 'Correct the script; bash -n shows where it breaks.',
  },
  'base-unreadable': {
    severity: 'warning',
    summary: 'A config could not be read at the merge base, so what changed in it is not known.',
    example: 'a blob that git has lost; a link that led nowhere',
    fix: 'Fetch the base again (`git fetch --refetch origin`); where the file was never readable there, nothing.',
  },
  'registry-invalid': {
    fixable: true,
    severity: 'error',
    summary: 'The registry cannot be read, contradicts itself, or is removed. No policy lowers it.',
    example: 'parameters:\n  lr: { type: float, min: 1, max: 0 }',
    fix: 'Fix the registry.',
  },
  'registry-changed': {
    severity: 'warning',
    summary:
      'The same change alters the registry. Additions are notices; what is widened, removed or reclassified needs its owner.',
    example: 'parameters:\n  lr: { type: float, max: 10 }   # was max: 0.1',
    fix: 'Have the owner approve it.',
  },
  'schema-invalid': {
    severity: 'error',
    summary: "The team's JSON Schema is missing or cannot be compiled. No policy lowers it.",
    example: '{"type": "objekt"}',
    fix: 'Fix the schema, draft 2020-12; patterns without back-references and look-around.',
  },
  expression: {
    severity: 'error',
    summary:
      "One of the team's own rules cannot be read, or its parameters hold values that it cannot compute with.",
    example: 'check: num_experts %% 8 == 0',
    fix: 'Fix the rule in the policy, or the value.',
  },
  'default-size': {
    severity: 'notice',
    summary:
      "The config leaves sizes to the defaults of its model's class in transformers, and they are counted. A name may be misspelt.",
    example: 'model_type: llama\nhiden_size: 2048   # 4096 counts',
    fix: 'Set the sizes that are named, or correct their names.',
  },
  'parameters-unknown': {
    severity: 'notice',
    summary: 'The family is known, but a parameter that its size depends on is missing: nothing is counted.',
    example: 'model_type: llama   # and no num_hidden_layers',
    fix: 'Set the parameter that is named.',
  },
  'family-unknown': {
    severity: 'notice',
    summary:
      'The family of the model, or its class, is not one whose tensors are known: nothing is counted. The other rules hold all the same.',
    example: 'model_type: acme_moe',
    fix: 'Name the family that it is built like in the policy (family), or leave it.',
  },
  'parameter-count': {
    severity: 'error',
    summary: 'The model has not as many parameters as expect-parameters says.',
    example: 'expect-parameters: 46.7B   # num_key_value_heads: 32 makes 47.51 B',
    fix: 'Correct the config, or the number that is expected.',
  },
  'checkpoint-unreadable': {
    severity: 'error',
    summary: 'A checkpoint cannot be read, is cut off or malformed, or cannot be compared with this model.',
    example: 'checkpoint: runs/17/model.safetensors   # a Git LFS pointer',
    fix: 'Give the path of a whole safetensors checkpoint.',
  },
  'checkpoint-missing-shard': {
    severity: 'error',
    summary: 'The index names a shard that is not there.',
    example: '(model-00009-of-00016.safetensors is missing)',
    fix: 'Complete the checkpoint.',
  },
  'checkpoint-total': {
    severity: 'warning',
    summary: "The index's total_size is not the size of its shards' tensors.",
    example: '{"metadata": {"total_size": 0}, …}',
    fix: 'Write the index anew.',
  },
  'checkpoint-missing-tensor': {
    severity: 'error',
    summary: 'The config describes tensors that the checkpoint lacks: they would start at random.',
    example: 'num_hidden_layers: 49   # the checkpoint has 48',
    fix: 'Correct the config, or name the checkpoint that belongs to it.',
  },
  'checkpoint-extra-tensor': {
    severity: 'error',
    summary: 'The checkpoint contains tensors that the config knows nothing of: they would be dropped.',
    example: 'num_hidden_layers: 47   # the checkpoint has 48',
    fix: 'Correct the config, or name the checkpoint that belongs to it.',
  },
  'checkpoint-shape': {
    severity: 'error',
    summary: 'A tensor of the checkpoint has another shape than the config makes it: loading stops.',
    example: 'vocab_size: 151936   # the checkpoint was made with 152064',
    fix: 'Correct the config, or name the checkpoint that belongs to it.',
  },
  'checkpoints-will-not-load': {
    severity: 'warning',
    summary:
      'The change reshapes, adds or removes tensors: checkpoints of the config before it no longer load.',
    example: 'moe_intermediate_size: 768 → 1024',
    fix: 'Plan a conversion or a new run.',
  },
  'structural-without-reason': {
    severity: 'error',
    summary:
      'The policy wants a reason for each structural change (structural: needs-reason), and the registry states none for this value.',
    example: 'num_experts: 64   # was 128',
    fix: 'Add to the registry: reasons: [{ parameter: num_experts, to: 64, reason: … }].',
  },
  'structural-reason': {
    severity: 'notice',
    summary: 'The reason that the registry states for a structural change.',
    example: 'reasons: [{ parameter: num_experts, to: 64, reason: halves the memory for the edge model }]',
    fix: 'Nothing to fix.',
  },
  'no-registry': {
    severity: 'notice',
    summary: 'There is no registry, so misspelt names and wild values pass.',
    example: '(no .github/model-registry.yml)',
    fix: 'Derive one: model-gates config --write-registry.',
  },
  deleted: {
    severity: 'notice',
    summary: 'The change deletes a config, or moves it to where no config is judged.',
    example: '(configs/old.yaml is gone)',
    fix: 'Nothing to fix; see that nothing reads it any more.',
  },
  'linked-change': {
    severity: 'notice',
    summary: 'A config is a symlink, or lies below one, and what it leads to is what changed.',
    example: 'configs/train.yaml -> ../shared/t.yaml\n(shared/t.yaml changes, and no configs/*.yaml)',
    fix: 'Nothing to fix; the findings name the config by the path that the training code reads.',
  },
  'submodule-changed': {
    severity: 'warning',
    summary:
      'A submodule moved in which a config may lie, or through which one is read. Its content belongs to another repository and cannot be judged here.',
    example: 'configs/vendor   (a submodule, 1a2b3c4d -> 5e6f7a8b)',
    fix: 'Run the gate in that repository. Leave the submodule out of the globs (`!configs/vendor/**`) if no config lies in it.',
  },
});
