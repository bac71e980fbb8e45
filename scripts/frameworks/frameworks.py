"""What is read of each framework: its versions, and where its options stand in the sources."""
import ast
import re
from dataclasses import dataclass, field
from typing import Callable, Optional

import yaml

from models import adapters, base_config, family_configs, processor_kwargs, processors, quantization
from reading import MISSING, Sources, UNKNOWN, class_options, init_options, letter, nested_options, parser_options


@dataclass
class Package:
    """`first` minor version; `wheel`: one without compiled code exists; `tags`: read from a clone, by this pattern of its tags."""
    first: str
    groups: dict
    wheel: bool = True
    patches: int = 0
    tags: Optional[str] = None
    classes: Optional[Callable] = None
    # no version drops so many options at once: they have moved to where this file does not know them yet
    moved: float = 0.35
    # groups of which that is not so: they did drop as many
    dropped: tuple = ()
    # a group without what the newest version of another package's group has too
    beside: Optional[tuple] = None


def of_class(files, *names):
    return lambda texts: class_options(Sources(texts.matching(*files)), *names)


def of_nested(files, *names):
    return lambda texts: merged(Sources(texts.matching(*files)), names)


def merged(sources, names):
    return {k: v for n in names for k, v in nested_options(sources, n).items()}


def of_init(files, name):
    return lambda texts: init_options(Sources(texts.matching(*files)), name)


def of_all_dataclasses(*files):
    """Every dataclass of the files: what one command takes is spread over many."""
    def read(texts):
        sources = Sources(texts.matching(*files))
        names = [n for n, c in sources.classes.items() if any('dataclass' in d for d in map(ast.unparse, c.decorator_list))]
        return class_options(sources, *names)
    return read


HF = ('transformers/training_args.py', 'transformers/trainer_utils.py', 'transformers/debug_utils.py', 'transformers/utils/generic.py',
      'transformers/training_args_seq2seq.py')
QUANTIZATION = ('transformers/utils/quantization_config.py',)
TRL = ('trl/trainer/*_config.py', 'trl/scripts/utils.py', 'trl/trainer/model_config.py')


def model_types(texts):
    """model_type; the types of towers and other parts are left out."""
    auto = '\n'.join(texts.matching('transformers/models/auto/configuration_auto.py', 'transformers/models/auto/auto_mappings.py').values())
    found = set(re.findall(r'"([a-z][\w.-]*)"(?:,|:) "\w+Config"', auto))
    parts = re.compile(r'_(?:vision|text|audio|encoder|decoder|qformer|vqgan|vqmodel|tokenizer|talker|thinker|prompt|mask|local|global|video|sam|speech|detokenizer|model)\w*$')
    return {m: (UNKNOWN, None, None, None, MISSING) for m in found if parts.sub('', m) == m or parts.sub('', m) not in found}


def layer_classes(texts):
    """Classes that a model is wrapped by: what transformers must not split."""
    found = set()
    for text in texts.matching('transformers/models/*/modeling_*.py').values():
        for listed in re.findall(r'_no_split_modules = \[([^\]]*)\]', text):
            found.update(re.findall(r'"(\w+)"', listed))
    return ' '.join(sorted(found))


def sglang(texts):
    sources = Sources(texts.matching('sglang/srt/server_args.py', 'sglang/srt/arg_groups/*.py'))
    # from 0.5.18 on the fields are in one class a section
    sections = Sources(texts.matching('sglang/srt/arg_groups/fields/*.py', 'sglang/srt/arg_groups/choices.py'))
    options, flags = class_options(sources, 'ServerArgs'), parser_options(sources)
    options = options or class_options(sections, *sections.classes)
    return with_choices(options, flags)


def with_choices(options, flags):
    """Choices that only the parser of the command line knows."""
    return {n: (o[0], flags[n][1], *o[2:]) if o[1] is None and n in flags and flags[n][1] else o for n, o in options.items()}


def cluster(texts):
    options = class_options(Sources(texts.matching('accelerate/commands/config/config_args.py', 'accelerate/utils/dataclasses.py')), 'ClusterConfig')
    return with_choices(options, parser_options(Sources(texts.matching('accelerate/commands/launch.py'))))


def deepspeed(texts):
    """Root options of the JSON by how the engine takes them out of it, and its sections."""
    sources = Sources(texts.matching('deepspeed/runtime/config.py', 'deepspeed/runtime/constants.py'))
    plain = '\n'.join(sources_text for sources_text in texts.matching('deepspeed/runtime/config.py').values())
    found = {}
    for name, default in re.findall(r'get_scalar_param\(\s*param_dict,\s*(\w+),\s*(\w+)', plain):
        value = sources.value(ast.Name(id=name))
        if isinstance(value, str) and value.isidentifier():
            taken = sources.value(ast.Name(id=default))
            found[value] = (UNKNOWN if taken in (None, MISSING) else letter(taken), None, None, None, taken)
    for name in re.findall(r'(?:in param_dict|param_dict\.get\(|param_dict\[)\s*(\w+)|(\w+) in param_dict', plain):
        value = sources.value(ast.Name(id=name[0] or name[1]))
        if isinstance(value, str) and value.isidentifier():
            found.setdefault(value, (UNKNOWN, None, None, None, MISSING))
    sections = (('zero_optimization', 'DeepSpeedZeroConfig', ('deepspeed/runtime/zero/*.py', 'deepspeed/runtime/zenflow/*.py')),
                ('activation_checkpointing', 'DeepSpeedActivationCheckpointingConfig', ('deepspeed/runtime/activation_checkpointing/config.py',)),
                ('fp16', 'DeepSpeedFP16Config', ('deepspeed/runtime/precision_config.py',)),
                ('bf16', 'DeepSpeedBF16Config', ('deepspeed/runtime/precision_config.py',)))
    for section, name, files in sections:
        options = nested_options(Sources(texts.matching(*files)), name)
        if options:
            found[section] = ('d', None, None, None, MISSING)
            found.update({'%s.%s' % (section, k): v for k, v in options.items()})
    return found


MEGATRON = ('megatron/training/arguments.py', 'megatron/training/config/*.py', 'megatron/core/transformer/*config*.py',
            'megatron/core/transformer/enums.py', 'megatron/core/model_parallel_config.py', 'megatron/training/tokenizer/*config*.py',
            'megatron/core/distributed/*config*.py', 'megatron/core/optimizer/optimizer_config.py')


def megatron(texts):
    """Flags of the parser, and those that it makes of the fields of a class."""
    sources = Sources(texts.matching(*MEGATRON), by_name=True)
    found = parser_options(sources, 'megatron/training/arguments.py')
    for call in (c for f, t in sources.trees.items() if f.endswith('/arguments.py') for c in ast.walk(t)):
        if isinstance(call, ast.Call) and getattr(call.func, 'id', '') == 'ArgumentGroupFactory':
            left_out = next((local_list(sources, w.value, call) for w in call.keywords if w.arg == 'exclude'), ())
            for name, option in class_options(sources, call.args[0].id).items():
                if name in left_out:
                    continue
                if option[0] in ('b', 'bn') and option[4] is True:
                    found.setdefault('no_' + name, ('b', None, None, None, False))
                    found.setdefault('disable_' + name, ('b', None, None, None, False))
                else:
                    found.setdefault(name, option)
    return found


def local_list(sources, node, call):
    value = sources.value(node)
    if value is not MISSING:
        return value
    near = [a for t in sources.trees.values() for f in ast.walk(t) if isinstance(f, ast.FunctionDef) and any(c is call for c in ast.walk(f))
            for a in f.body if isinstance(a, ast.Assign) and ast.unparse(a.targets[0]) == ast.unparse(node)]
    return sources.value(near[0].value) if near else ()


def of_yaml(*files):
    """Options of a reference config, as `section.option`; the types are those of the values in it."""
    def read(texts):
        found = {}
        for text in texts.matching(*files).values():
            flatten(yaml.safe_load(text), '', found)
        return found
    return read


def flatten(value, path, found):
    for name, inner in value.items() if isinstance(value, dict) else ():
        at = path + str(name)
        if name in ('defaults', '_target_', 'hydra'):
            continue
        if isinstance(inner, dict):
            found[at] = ('d', None, None, None, MISSING)
            flatten(inner, at + '.', found)
        else:
            # a text may stand for what is interpolated, and null for anything
            is_open = inner is None or isinstance(inner, str) and ('$' in inner or inner == '???' or re.fullmatch(r'[-+\d.e]+', inner))
            found[at] = (UNKNOWN, None, None, None, MISSING) if is_open else ('f' if type(inner) is int else letter(inner), None, None, None, inner)


def torchtune(texts):
    """What recipes and their configs read at the top."""
    found = {}
    for text in texts.matching('recipes/configs/*.yaml').values():
        for name, value in (yaml.safe_load(text) or {}).items():
            one = (UNKNOWN if value is None or isinstance(value, (str, list)) else letter(value), None, None, None, MISSING)
            known = found.setdefault(name, one)
            if known[0] != one[0]:
                found[name] = (UNKNOWN, *one[1:])
    for text in texts.matching('recipes/*.py').values():
        for name in re.findall(r'\bcfg\.(\w+)\b(?!\()', text) + re.findall(r'cfg\.get\(\s*"(\w+)"', text):
            found.setdefault(name, (UNKNOWN, None, None, None, MISSING))
    return found


def torchtune_components(texts):
    """What `_component_:` may name."""
    found = set()
    for name, text in texts.matching('torchtune/*__init__.py').items():
        module = name.removesuffix('/__init__.py').replace('/', '.')
        found.update('%s.%s' % (module, n) for part in re.findall(r'__all__ = \[(.*?)\]', text, re.S) for n in re.findall(r'"(\w+)"', part))
    return {n: (UNKNOWN, None, None, None, MISSING) for n in found}


def torchtitan(texts):
    found = merged(Sources(texts.matching('torchtitan/config_manager.py', 'torchtitan/config/*.py')), ['JobConfig'])
    wide = ('torchtitan/config/*.py', 'torchtitan/trainer.py', 'torchtitan/components/*.py', 'torchtitan/tools/profiler.py', 'torchtitan/distributed/*.py')
    return found or merged(Sources(texts.matching(*wide)), ['Trainer.Config'])


AXOLOTL = ('axolotl/utils/schemas/*.py', 'axolotl/utils/config/models/input/v0_4_1/*.py')
SWIFT = ('swift/llm/argument/*.py', 'swift/arguments/*.py', 'swift/trainers/arguments.py', 'swift/trainers/*argument*.py', 'swift/rlhf_trainers/*argument*.py')

PACKAGES = {
    'transformers': Package('4.44', {
        'TrainingArguments': of_class(HF, 'TrainingArguments'),
        'Seq2SeqTrainingArguments': of_class(HF[4:], 'Seq2SeqTrainingArguments'),
        'GenerationConfig': of_init(('transformers/generation/configuration_utils.py',), 'GenerationConfig'),
        'BitsAndBytesConfig': of_init(QUANTIZATION, 'BitsAndBytesConfig'),
        'quantization': quantization,
        'configs': family_configs,
        'PretrainedConfig': base_config,
        'processors': processors,
        'ImagesKwargs': processor_kwargs,
        'model_type': model_types,
    }, classes=layer_classes, dropped=('PretrainedConfig',)),
    'trl': Package('0.12', {n: of_class(TRL, n) for n in (
        'SFTConfig', 'DPOConfig', 'GRPOConfig', 'KTOConfig', 'RewardConfig', 'RLOOConfig', 'ModelConfig', 'ScriptArguments')}),
    'peft': Package('0.13', {'adapters': adapters}),
    'accelerate': Package('1.0', {
        'ClusterConfig': cluster,
        'launch': lambda texts: parser_options(Sources(texts.matching('accelerate/commands/launch.py'))),
    }),
    'deepspeed': Package('0.15', {'json': deepspeed}, wheel=False),
    'vllm': Package('0.6', {'EngineArgs': of_class(('vllm/engine/arg_utils.py', 'vllm/config.py', 'vllm/config/*.py'), 'EngineArgs', 'AsyncEngineArgs')},
                    wheel=False),
    'sglang': Package('0.4.0', {'ServerArgs': sglang}, patches=1),
    'megatron-core': Package('0.9', {'arguments': megatron}, tags=r'core_v(\d+\.\d+\.\d+)'),
    'axolotl': Package('0.5', {'config': of_nested(AXOLOTL, 'AxolotlInputConfig', 'AxolotlConfigWCapabilities')}, wheel=False),
    'llamafactory': Package('0.9', {'arguments': of_class(('llamafactory/hparams/*.py', 'llamafactory/extras/constants.py'), 'ModelArguments', 'DataArguments', 'FinetuningArguments',
                                    'GeneratingArguments', 'EvaluationArguments', 'TrainingArguments')}, patches=1),
    'ms-swift': Package('3.0', {'arguments': of_all_dataclasses(*SWIFT), 'megatron': of_all_dataclasses('swift/megatron/argument*/*.py', 'swift/megatron/arguments.py')},
                        beside=('megatron', 'megatron-core', 'arguments')),
    'verl': Package('0.2', {'ppo': of_yaml('verl/trainer/config/_generated_ppo_trainer.yaml', 'verl/trainer/config/_generated_ppo_megatron_trainer.yaml',
                                           'verl/trainer/config/ppo_trainer.yaml', 'verl/trainer/config/ppo_megatron_trainer.yaml')}),
    'torchtune': Package('0.4', {'recipes': torchtune, 'components': torchtune_components}),
    # 0.3 has put its sections beside what they set up
    'torchtitan': Package('0.1', {'config': torchtitan}, moved=1),
}

# What a removed option is called since, from the frameworks' own notes on deprecation.
RENAMED = {
    'transformers': {
        'evaluation_strategy': 'eval_strategy', 'no_cuda': 'use_cpu', 'push_to_hub_token': 'hub_token',
        'push_to_hub_model_id': 'hub_model_id', 'per_gpu_train_batch_size': 'per_device_train_batch_size',
        'per_gpu_eval_batch_size': 'per_device_eval_batch_size', 'include_inputs_for_metrics': 'include_for_metrics',
        'group_by_length': 'train_sampling_strategy', 'use_mps_device': 'use_cpu',
    },
    'trl': {'max_seq_length': 'max_length', 'use_liger': 'use_liger_kernel', 'use_liger_loss': 'use_liger_kernel',
            'dataset_batch_size': 'dataset_kwargs', 'max_target_length': 'max_completion_length', 'torch_dtype': 'dtype'},
    'vllm': {'worker_use_ray': 'distributed_executor_backend', 'engine_use_ray': 'distributed_executor_backend',
             'max_context_len_to_capture': 'max_seq_len_to_capture', 'speculative_model': 'speculative_config',
             'num_speculative_tokens': 'speculative_config', 'disable_log_requests': 'enable_log_requests',
             'guided_decoding_backend': 'structured_outputs_config', 'rope_scaling': 'hf_overrides',
             'rope_theta': 'hf_overrides', 'task': 'runner'},
    'megatron-core': {'moe_extended_tp': 'expert_tensor_parallel_size', 'lr_warmup_percent': 'lr_warmup_fraction'},
    'axolotl': {'evaluation_strategy': 'eval_strategy', 'sequence_parallel_degree': 'context_parallel_size', 'max_packed_sequence_len': 'sample_packing'},
    'ms-swift': {'train_type': 'tuner_type'},
    'torchtitan': {'training.batch_size': 'training.local_batch_size', 'experimental.pipeline_parallel_degree': 'parallelism.pipeline_parallel_degree',
                   'experimental.context_parallel_degree': 'parallelism.context_parallel_degree', 'training.tensor_parallel_degree': 'parallelism.tensor_parallel_degree',
                   'training.warmup_steps': 'lr_scheduler.warmup_steps', 'lr_scheduler.lr_min': 'lr_scheduler.min_lr_factor'},
}
