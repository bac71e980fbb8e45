#!/usr/bin/env python3
"""Renews src/config/frameworks/facts.json: which options of which framework exist in which version.

    python3 scripts/frameworks/renew.py [--cache FOLDER] [PACKAGE ...]

Downloads each published minor version with pip (about 1.3 GB without a cache, some minutes), reads the dataclasses that hold the
options with Python's ast, and writes names and versions alone. No package is imported or installed.
"""
import argparse, ast, glob, json, os, re, subprocess, sys, tarfile, zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OUT = os.path.join(ROOT, 'src/config/frameworks/facts.json')

# package -> first minor, whether a wheel exists without compiled code, {group: (file, class)}
PACKAGES = {
    'transformers': ('4.41', True, {'TrainingArguments': ('transformers/training_args.py', 'TrainingArguments')}),
    'trl': ('0.12', True, {
        'SFTConfig': ('trl/trainer/sft_config.py', 'SFTConfig'),
        'DPOConfig': ('trl/trainer/dpo_config.py', 'DPOConfig'),
        'GRPOConfig': ('trl/trainer/grpo_config.py', 'GRPOConfig'),
    }),
    'peft': ('0.13', True, {'LoraConfig': ('peft/tuners/lora/config.py', 'LoraConfig')}),
    'accelerate': ('1.0', True, {'ClusterConfig': ('accelerate/commands/config/config_args.py', 'ClusterConfig')}),
    'sglang': ('0.4.4', True, {'ServerArgs': ('sglang/srt/server_args.py', 'ServerArgs')}),
    'vllm': ('0.6', False, {'EngineArgs': ('vllm/engine/arg_utils.py', 'EngineArgs')}),
    'deepspeed': ('0.15', False, {'ZeroConfig': ('deepspeed/runtime/zero/config.py', 'DeepSpeedZeroConfig')}),
}
BASES = {'ClusterConfig': ['BaseConfig'], 'LoraConfig': [], 'EngineArgs': ['AsyncEngineArgs']}

# No version drops so many options at once: they have moved to another class, which this script does not know yet.
MOVED = 0.3

# What a removed option is called since, from the frameworks' own notes on deprecation.
RENAMED = {
    'transformers': {
        'evaluation_strategy': 'eval_strategy', 'no_cuda': 'use_cpu', 'push_to_hub_token': 'hub_token',
        'push_to_hub_model_id': 'hub_model_id', 'per_gpu_train_batch_size': 'per_device_train_batch_size',
        'per_gpu_eval_batch_size': 'per_device_eval_batch_size', 'include_inputs_for_metrics': 'include_for_metrics',
        'group_by_length': 'train_sampling_strategy', 'use_mps_device': 'use_cpu',
    },
    'trl': {'max_seq_length': 'max_length', 'use_liger': 'use_liger_kernel', 'use_liger_loss': 'use_liger_kernel',
            'dataset_batch_size': 'dataset_kwargs', 'max_target_length': 'max_completion_length'},
    'vllm': {'worker_use_ray': 'distributed_executor_backend', 'engine_use_ray': 'distributed_executor_backend',
             'max_context_len_to_capture': 'max_seq_len_to_capture', 'speculative_model': 'speculative_config',
             'num_speculative_tokens': 'speculative_config', 'disable_log_requests': 'enable_log_requests',
             'guided_decoding_backend': 'structured_outputs_config', 'rope_scaling': 'hf_overrides',
             'rope_theta': 'hf_overrides', 'task': 'runner'},
    'sglang': {},
}


def sh(*command):
    return subprocess.run(command, capture_output=True, text=True)


def published(package):
    rows = sh(sys.executable, '-m', 'pip', 'index', 'versions', package).stdout
    found = re.search(r'Available versions: (.*)', rows)
    return [v.strip() for v in found.group(1).split(',')] if found else []


def key(version):
    return [int(n) for n in re.findall(r'\d+', version)]


def minors(package, first):
    """The last patch of each minor version, oldest first; of versions that only count patches, each third."""
    last = {}
    for version in sorted(published(package), key=key):
        if re.fullmatch(r'[\d.]+(?:\.post\d+)?', version) and key(version)[:len(key(first))] >= key(first):
            last['.'.join(version.split('.')[:3 if package == 'sglang' else 2])] = version
    chosen = list(last.values())
    return chosen if package != 'sglang' else [v for i, v in enumerate(chosen) if (len(chosen) - 1 - i) % 3 == 0]


def archive(package, version, wheel, cache):
    """Path of the archive, downloaded once."""
    folder = os.path.join(cache, package, version)
    have = glob.glob(os.path.join(folder, '*.whl')) + glob.glob(os.path.join(folder, '*.tar.gz'))
    if have:
        return have[0]
    os.makedirs(folder, exist_ok=True)
    pip = [sys.executable, '-m', 'pip', 'download', '-q', '--no-deps', '-d', folder]
    if wheel:
        sh(*pip, '--only-binary', ':all:', '--python-version', '3.12', '%s==%s' % (package, version))
    else:
        # the source is all that is read: pip may fail to prepare it, and keeps what it has unpacked
        kept = os.path.join(folder, 'tmp')
        os.makedirs(kept, exist_ok=True)
        env = dict(os.environ, TMPDIR=kept)
        subprocess.run(pip + ['--no-binary', ':all:', '--no-build-isolation', '--no-clean', '%s==%s' % (package, version)],
                       capture_output=True, env=env)
    have = glob.glob(os.path.join(folder, '*.whl')) + glob.glob(os.path.join(folder, '*.tar.gz'))
    return have[0] if have else folder


def source(path, member):
    """The text of one file of an archive, or of a folder that pip unpacked."""
    if path.endswith('.whl'):
        with zipfile.ZipFile(path) as wheel:
            return wheel.read(member).decode() if member in wheel.namelist() else None
    if path.endswith('.tar.gz'):
        with tarfile.open(path) as tar:
            for one in tar:
                if one.name.split('/', 1)[-1] == member:
                    return tar.extractfile(one).read().decode()
        return None
    for found in glob.glob(os.path.join(path, 'tmp', '*', '**', member), recursive=True):
        return open(found).read()
    return None


def aliases(value):
    """The name under which a pydantic field is set, where it has another one."""
    if isinstance(value, ast.Call):
        for word in value.keywords:
            if word.arg == 'alias' and isinstance(word.value, ast.Constant):
                return [word.value.value]
    return []


def fields(text, name):
    tree = ast.parse(text)
    classes = {c.name: c for c in ast.walk(tree) if isinstance(c, ast.ClassDef)}
    found = set()
    for one in [name] + BASES.get(name, []):
        for row in classes[one].body if one in classes else []:
            if isinstance(row, ast.AnnAssign) and isinstance(row.target, ast.Name) and not row.target.id.startswith('_'):
                if 'ClassVar' not in ast.unparse(row.annotation):
                    found.update([row.target.id] + aliases(row.value))
    return found


def classes_of(path):
    """Classes that a model is wrapped by: what transformers must not split."""
    found = set()
    with zipfile.ZipFile(path) as wheel:
        for name in wheel.namelist():
            if re.search(r'/modeling_\w+\.py$', name):
                for listed in re.findall(r'_no_split_modules = \[([^\]]*)\]', wheel.read(name).decode()):
                    found.update(re.findall(r'"(\w+)"', listed))
    return found


def spans(seen, versions):
    """name -> [first, last] of the versions that have it; absent where all have it."""
    always, some = [], {}
    for name in sorted(set().union(*seen)):
        at = [i for i, names in enumerate(seen) if name in names]
        if len(at) == len(versions):
            always.append(name)
        else:
            some[name] = [at[0], at[-1]]
    return {'always': ' '.join(always), 'some': some}


def facts_of(package, cache):
    first, wheel, groups = PACKAGES[package]
    seen, versions = {group: [] for group in groups}, []
    newest = None
    for version in minors(package, first):
        path = archive(package, version, wheel, cache)
        texts = {group: source(path, file) for group, (file, _) in groups.items()}
        if any(text is None for text in texts.values()):
            print('%s %s: %s not found' % (package, version, [g for g, t in texts.items() if t is None]), file=sys.stderr)
            continue
        now = {group: fields(texts[group], name) for group, (_, name) in groups.items()}
        newest = path
        moved = [g for g, names in now.items() if seen[g] and len(seen[g][-1] - names) > len(seen[g][-1]) * MOVED]
        if moved:
            print('%s %s: the options of %s stand elsewhere: read up to the version before' % (package, version, moved), file=sys.stderr)
            break
        versions.append(version)
        for group in groups:
            seen[group].append(now[group])
    print(package, len(versions), 'versions', {g: len(set().union(*s)) for g, s in seen.items()})
    facts = {'versions': versions, 'groups': {g: spans(s, versions) for g, s in seen.items()},
             'renamed': {k: v for k, v in RENAMED.get(package, {}).items() if any(k in n for s in seen.values() for n in s)}}
    if package == 'transformers':
        facts['classes'] = ' '.join(sorted(classes_of(newest)))
    return facts


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('packages', nargs='*')
    parser.add_argument('--cache', default=os.path.join(ROOT, 'node_modules/.cache/frameworks'))
    options = parser.parse_args()
    renewed = {package: facts_of(package, options.cache) for package in options.packages or PACKAGES}
    facts = {**(json.load(open(OUT)) if os.path.isfile(OUT) else {}), **renewed}
    os.makedirs(os.path.dirname(OUT), exist_ok=True)
    with open(OUT, 'w') as out:
        json.dump(facts, out, sort_keys=True, separators=(',', ':'))
        out.write('\n')
    print('%d bytes' % os.path.getsize(OUT))


if __name__ == '__main__':
    main()
