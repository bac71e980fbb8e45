"""Reads texts as PyYAML, OmegaConf or json do: a line of JSON in, a line of JSON out."""
import base64, datetime, io, json, math, sys, warnings
import yaml

try:
    from omegaconf import Container, DictConfig, OmegaConf
    OmegaConf.register_new_resolver("own", lambda *values: 42)
    warnings.simplefilter("ignore")
except ImportError:
    OmegaConf = None

def scalar(kind, value):
    return {"t": kind, "v": value}

def encode(value, seen=()):
    if id(value) in seen:
        return {"t": "recursive"}
    if isinstance(value, bool):
        return scalar("bool", value)
    if isinstance(value, int):
        return scalar("int", str(value))
    if isinstance(value, float):
        return scalar("float", "nan" if math.isnan(value) else "inf" if value == math.inf else "-inf" if value == -math.inf else value.hex())
    if value is None:
        return scalar("NoneType", None)
    if isinstance(value, str):
        return scalar("str", value)
    if isinstance(value, datetime.datetime):
        return scalar("datetime", value.isoformat())
    if isinstance(value, datetime.date):
        return scalar("date", value.isoformat())
    if isinstance(value, bytes):
        return scalar("bytes", base64.b64encode(value).decode())
    seen = seen + (id(value),)
    if isinstance(value, list):
        return {"t": "list", "v": [encode(item, seen) for item in value]}
    if isinstance(value, dict):
        return {"t": "dict", "v": [[encode(key, seen), encode(item, seen)] for key, item in value.items()]}
    # a plain list or mapping that a resolver gives may hold a config
    if OmegaConf is not None and isinstance(value, Container):
        return encode_config(value)
    return {"t": type(value).__name__}

class TooMuch(BaseException):
    """References that multiply: Python would take for ever."""

def encode_config(node, depth=0):
    """A config, each interpolation with its text and what it resolves to; without "ok" where it cannot be resolved."""
    global left
    left -= 1
    if left < 0:
        raise TooMuch
    if depth > 60:
        raise ValueError("too deep")
    if not isinstance(node, Container):
        return encode(node._value())
    if isinstance(node, DictConfig):
        return {"t": "dict", "v": [[encode(key), encode_child(node, key, child, depth)] for key, child in node._content.items()]}
    return {"t": "list", "v": [encode_child(node, index, child, depth) for index, child in enumerate(node._content)]}

def encode_child(parent, key, child, depth):
    if not child._is_interpolation():
        return encode_config(child, depth + 1)
    answer = {"t": "interpolation", "raw": child._value()}
    try:
        answer["ok"] = encode_config(parent._maybe_resolve_interpolation(parent, key, child, True), depth + 1)
    except Exception:
        pass
    return answer

def load(reader, text):
    if reader == "pyyaml":
        return encode(yaml.load(text, Loader=yaml.SafeLoader))
    if reader == "omegaconf":
        return encode_config(OmegaConf.load(io.StringIO(text)))
    return encode(json.loads(text))

if __name__ == "__main__":
    for line in sys.stdin:
        request = json.loads(line)
        left = 3000
        try:
            answer = {"ok": load(request["reader"], request["text"])}
        except TooMuch:
            answer = {"endless": True}
        except Exception as error:
            answer = {"error": type(error).__name__ + ": " + str(error).split("\n")[0][:200]}
        print(json.dumps(answer), flush=True)
