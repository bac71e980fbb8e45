"""What is read of classes that a file names itself: configs of families by `model_type`, image processors, quantisation and adapters by their kind."""
import ast, re

from reading import MISSING, Sources, UNKNOWN, class_options, init_options, letter

# Language models and their towers, as a config.json names them.
FAMILIES = frozenset('''
llama llama4 llama4_text llama4_vision_model mllama mllama_text_model mllama_vision_model mistral mistral3 ministral3 mixtral pixtral
qwen2 qwen2_moe qwen3 qwen3_moe qwen3_next qwen3_5 qwen3_5_text qwen3_5_vision qwen3_5_moe qwen3_5_moe_text qwen3_5_moe_vision
qwen2_vl qwen2_vl_text qwen2_vl_vision qwen2_5_vl qwen2_5_vl_text qwen2_5_vl_vision qwen3_vl qwen3_vl_text qwen3_vl_vision
qwen3_vl_moe qwen3_vl_moe_text qwen3_vl_moe_vision qwen2_5_omni qwen3_omni_moe
gemma gemma2 gemma3 gemma3_text gemma3n gemma3n_text paligemma glm glm4 glm4_moe glm4v glm4v_text glm4v_vision glm4v_moe glm4v_moe_text
deepseek_v2 deepseek_v3 phi phi3 phi4_multimodal internvl internvl_vision llava llava_next llava_onevision idefics3 smolvlm
clip_vision_model siglip_vision_model siglip2_vision_model granite granitemoe olmo olmo2 olmo3 falcon falcon_h1 bloom opt gpt2 gpt_neox
gptj gpt_oss starcoder2 cohere cohere2 stablelm smollm3 hunyuan_v1_dense ernie4_5 ernie4_5_moe seed_oss minimax mamba2 jamba
'''.split())
# Modules whose image and video processors are read.
PROCESSORS = ('aria', 'clip', 'gemma3', 'gemma3n', 'glm4v', 'glm46v', 'got_ocr2', 'idefics3', 'internvl', 'llama4', 'llava', 'llava_next', 'llava_onevision', 'mllama',
              'phi4_multimodal', 'pixtral', 'qwen2_vl', 'qwen3_vl', 'siglip', 'siglip2', 'smolvlm')


def below(section, options):
    return {'%s.%s' % (section, name): option for name, option in options.items()}


def family_configs(texts):
    """`model_type.field`: types are those that the class checks (annotated fields), defaults those of constructors too."""
    found = {}
    for name in texts.names:
        if not re.fullmatch(r'transformers/models/\w+/configuration_\w+\.py', name):
            continue
        text = texts.read(name)
        if not FAMILIES & set(re.findall(r'model_type = "([\w.-]+)"', text)):
            continue
        sources = Sources({name: text})
        for one in list(sources.classes.values()):
            kind = class_value(sources, one, 'model_type')
            if kind in FAMILIES:
                found.update(below(kind, family_options(sources, one)))
    return found


def family_options(sources, one):
    aliases = class_value(sources, one, 'attribute_map')
    options = {name: (UNKNOWN, None, None, None, option[4]) for name, option in init_options(sources, one.name).items()}
    options.update({name: (option[0].replace('fi', 'f').replace('n', '') or UNKNOWN, *option[1:]) for name, option in class_options(sources, one.name).items()})
    for alias in aliases if isinstance(aliases, dict) else ():
        options.setdefault(alias, (UNKNOWN, None, None, None, MISSING))
    return options


def base_config(texts):
    """What every config may have."""
    sources = Sources(texts.matching('transformers/configuration_utils.py'))
    name = 'PreTrainedConfig' if 'PreTrainedConfig' in sources.classes else 'PretrainedConfig'
    names = {**init_options(sources, name), **class_options(sources, name)}
    return {n: (UNKNOWN, None, None, None, MISSING) for n in names}


def class_value(sources, one, name):
    """The literal that a class sets, `quiet` of what is none."""
    for row in one.body:
        if isinstance(row, ast.Assign) and getattr(row.targets[0], 'id', '') == name:
            return sources.value(row.value)
    return MISSING


def processor_sources(texts):
    files = ['transformers/models/%s/*_processing*_%s*.py' % (m, m) for m in PROCESSORS]
    common = ('transformers/processing_utils.py', 'transformers/image_processing_utils_fast.py')
    return Sources({**texts.matching(*common), **texts.matching(*files)})


def processor_kwargs(texts):
    """What every processor of images and videos may have."""
    sources = processor_sources(texts)
    names = {n for c in ('ImagesKwargs', 'VideosKwargs', 'DefaultFastImageProcessorKwargs') for n in class_options(sources, c)}
    own = ('image_processor_type', 'video_processor_type', 'processor_class', 'feature_extractor_type', 'auto_map')
    return {n: (UNKNOWN, None, None, None, MISSING) for n in (*names, *own)}


def processors(texts):
    """`Class.option` of image and video processors; the fast form of a class is the same to a config."""
    sources, common, found = processor_sources(texts), processor_kwargs(texts), {}
    for name, one in sources.classes.items():
        if re.search(r'(?:Image|Video)Processor(?:Fast|Pil)?$', name):
            options = {**processor_options(sources, one), **init_options(sources, name)}
            section = re.sub(r'(?:Fast|Pil)$', '', name)
            for option, facts in options.items():
                if option in common and facts[4] is MISSING:
                    continue
                known = '%s.%s' % (section, option)
                if known not in found or found[known][4] is MISSING:
                    # a config may say what a constructor does not
                    found[known] = (UNKNOWN, None, None, None, facts[4])
    return found


def processor_options(sources, one):
    found = {}
    for row in one.body:
        if isinstance(row, ast.Assign) and isinstance(row.targets[0], ast.Name) and not row.targets[0].id.startswith('_'):
            name = row.targets[0].id
            if name == 'valid_kwargs' and isinstance(row.value, ast.Name):
                found.update({n: (UNKNOWN, None, None, None, MISSING) for n in class_options(sources, row.value.id) if n not in found})
            elif name != 'model_input_names':
                found[name] = (UNKNOWN, None, None, None, sources.value(row.value))
    return found


def by_kind(sources, attribute, names):
    """`kind.option` of the classes that set `self.<attribute>` to a member of an enumeration; `names`: how options of a class are read."""
    found = {}
    for name, one in list(sources.classes.items()):
        kind = kind_of(sources, one, attribute)
        if kind is not None:
            for option, facts in below(kind, names(sources, name)).items():
                found.setdefault(option, facts)
    return found


def kind_of(sources, one, attribute):
    for row in ast.walk(one):
        if isinstance(row, ast.Assign) and ast.unparse(row.targets[0]) == 'self.' + attribute:
            for node in ast.walk(row.value):
                if isinstance(node, ast.Attribute):
                    value = sources.attribute(node)
                    if isinstance(value, str):
                        return value
    return None


def quantization(texts):
    return by_kind(Sources(texts.matching('transformers/utils/quantization_config.py')), 'quant_method', init_options)


def adapters(texts):
    """`PEFT_TYPE.option`."""
    return by_kind(Sources(texts.matching('peft/tuners/*/config.py', 'peft/tuners/lycoris_utils.py', 'peft/config.py', 'peft/utils/peft_types.py')), 'peft_type', class_options)
