"""Composes runs with hydra-core or mmengine: a line of JSON in, a line of JSON out."""
import io, json, os, sys, tempfile, warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
warnings.simplefilter("ignore")
import read

def hydra_sources(files):
    """Hydra's file source, over a mapping instead of a disk."""
    from omegaconf import OmegaConf
    from hydra.core.plugins import Plugins

    # it loads the module of the source anew
    Plugins.instance()
    from hydra._internal.core_plugins import file_config_source as module
    from hydra.plugins.config_source import ConfigLoadError, ConfigResult, ConfigSource

    folders = {""}
    for path in files:
        parts = path.split("/")[:-1]
        for end in range(len(parts)):
            folders.add("/".join(parts[: end + 1]))

    def full(self, path):
        base = self.path[len("/work/") :] if self.path.startswith("/work/") else "" if self.path == "/work" else self.path
        return "/".join(part for part in (base, path) if part)

    def load(self, config_path):
        name = full(self, self._normalize_file_name(config_path))
        if name not in files:
            raise ConfigLoadError("Config not found : " + name)
        text = files[name]
        header = ConfigSource._get_header_dict(text[:512])
        return ConfigResult(config=OmegaConf.load(io.StringIO(text)), path="file://" + self.path, provider=self.provider, header=header)

    source = module.FileConfigSource
    source.load_config = load
    source.is_group = lambda self, config_path: full(self, config_path) in folders
    source.is_config = lambda self, config_path: full(self, self._normalize_file_name(config_path)) in files
    source.list = lambda self, config_path, results_filter: []
    source.available = lambda self: True

def hydra(request):
    from hydra import compose, initialize_config_dir
    from hydra.core.global_hydra import GlobalHydra

    hydra_sources(request["files"])
    folder, _, name = request["entry"].rpartition("/")
    GlobalHydra.instance().clear()
    with initialize_config_dir("/work" + ("/" + folder if folder else ""), version_base="1.3"):
        return read.encode_config(compose(name[: -len(".yaml")], overrides=request.get("overrides", [])))

def encode_mm(value):
    if isinstance(value, tuple):
        return {"t": "tuple", "v": [encode_mm(item) for item in value]}
    if isinstance(value, list):
        return {"t": "list", "v": [encode_mm(item) for item in value]}
    if isinstance(value, dict):
        return {"t": "dict", "v": [[read.encode(key), encode_mm(item)] for key, item in value.items()]}
    return read.encode(value)

def mmengine(request):
    from mmengine.config import Config

    with tempfile.TemporaryDirectory() as folder:
        for path, text in request["files"].items():
            target = os.path.join(folder, path)
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "w", encoding="utf-8") as file:
                file.write(text)
        return encode_mm(Config.fromfile(os.path.join(folder, request["entry"]), format_python_code=False).to_dict())

if __name__ == "__main__":
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    for line in sys.stdin:
        request = json.loads(line)
        read.left = 20000
        try:
            answer = {"ok": (hydra if request["reader"] == "hydra" else mmengine)(request)}
        except read.TooMuch:
            answer = {"endless": True}
        except BaseException as error:
            answer = {"error": type(error).__name__ + ": " + str(error)[:300]}
        print(json.dumps(answer), file=out, flush=True)
