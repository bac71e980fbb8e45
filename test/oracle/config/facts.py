"""What the installed transformers, TRL, PEFT and accelerate say of their own options, a JSON object a line: name, types, default."""
import dataclasses
import enum
import json
import sys
import types
import typing
import warnings

import accelerate
import peft
import transformers
import trl
from accelerate.commands.config.config_args import ClusterConfig
from peft import PEFT_TYPE_TO_CONFIG_MAPPING
from transformers.models.auto.configuration_auto import CONFIG_MAPPING

warnings.simplefilter('ignore')
LETTERS = {int: 'i', float: 'f', str: 's', bool: 'b', list: 'l', dict: 'd', type(None): 'n', tuple: 'l'}


def letters(annotation):
    """Of a plain type, or a union of them; None of all else."""
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        parts = [letters(part) for part in typing.get_args(annotation)]
        return None if None in parts else ''.join(sorted(set(''.join(parts))))
    return LETTERS.get(typing.get_origin(annotation) or annotation)


def say(framework, group, name, **more):
    print(json.dumps({'framework': framework, 'group': group, 'name': name, **more}))


def plain(value):
    value = value.value if isinstance(value, enum.Enum) else value
    return value is None or isinstance(value, (bool, int, float, str))


def fields(framework, group, cls, prefix='', aside=()):
    try:
        hints = typing.get_type_hints(cls)
    except Exception:
        hints = {}
    for field in dataclasses.fields(cls):
        if not field.init or field.name.startswith('_') or field.name in aside:
            continue
        more = {}
        found = letters(hints.get(field.name))
        if found is not None:
            # what is None by default may be None, whatever the annotation says
            more['types'] = ''.join(sorted({*found, *('n' if field.default is None else '')}))
        if field.default is not dataclasses.MISSING and plain(field.default):
            more['default'] = field.default.value if isinstance(field.default, enum.Enum) else field.default
        say(framework, group, prefix + field.name, **more)


def families(model_types):
    """What a config class takes for what is left out; what every class has is left aside."""
    every = {field.name for field in dataclasses.fields(transformers.PretrainedConfig)}
    for model_type in model_types:
        if model_type in CONFIG_MAPPING:
            fields('transformers', 'configs', CONFIG_MAPPING[model_type], '%s.' % model_type, every)


say('', '', '', versions={p.__name__: p.__version__ for p in (transformers, trl, peft, accelerate)})
fields('transformers', 'TrainingArguments', transformers.TrainingArguments)
fields('accelerate', 'ClusterConfig', ClusterConfig)
for name in ('SFTConfig', 'DPOConfig', 'GRPOConfig', 'KTOConfig', 'RewardConfig', 'RLOOConfig', 'ModelConfig', 'ScriptArguments'):
    fields('trl', name, getattr(trl, name))
for kind, config in PEFT_TYPE_TO_CONFIG_MAPPING.items():
    fields('peft', 'adapters', config, '%s.' % kind.value)
families(sys.argv[1:])
