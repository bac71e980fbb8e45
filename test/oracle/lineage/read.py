"""Reads exports as the tools do for which they are made; prints what each of them refuses, as JSON.

stdin: {"openlineage": [...], "cdevents": [...], "slsa-provenance": [...], "test-result": [...], "model-card": [...]}
"""

import importlib
import json
import pkgutil
import sys

import openlineage.client.generated as generated
from google.protobuf import json_format
from huggingface_hub import ModelCardData
from in_toto_attestation.predicates.provenance.v1 import provenance_pb2
from in_toto_attestation.predicates.test_result.v0 import test_result_pb2
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.resource_descriptor import ResourceDescriptor
from in_toto_attestation.v1.statement import Statement
from openlineage.client import event_v2
from packageurl import PackageURL

FACETS = {}
for module in pkgutil.iter_modules(generated.__path__):
    for name, value in vars(importlib.import_module(f"{generated.__name__}.{module.name}")).items():
        if hasattr(value, "_get_schema") and name.endswith("Facet"):
            FACETS[name] = value


def facet(value):
    """Its class refuses unknown fields, missing ones and malformed addresses."""
    fields = {key: item for key, item in value.items() if not key.startswith("_")}
    kind = FACETS[value["_schemaURL"].rsplit("/", 1)[1]]
    made = kind(**fields, producer=value["_producer"])
    if kind._get_schema() != value["_schemaURL"]:
        raise ValueError(f"{kind._get_schema()} is the schema, not {value['_schemaURL']}")
    return made


def facets(holder):
    return {name: facet(value) for name, value in holder.get("facets", {}).items()}


def openlineage(event):
    known = {"eventType", "eventTime", "producer", "schemaURL", "run", "job", "inputs", "outputs"}
    if set(event) - known:
        raise ValueError(f"unknown fields {set(event) - known}")
    datasets = {
        side: [kind(one["namespace"], one["name"], facets=facets(one)) for one in event[side]]
        for side, kind in (("inputs", event_v2.InputDataset), ("outputs", event_v2.OutputDataset))
    }
    made = event_v2.RunEvent(
        eventTime=event["eventTime"],
        eventType=event_v2.RunState[event["eventType"]],
        producer=event["producer"],
        run=event_v2.Run(event["run"]["runId"]),
        job=event_v2.Job(event["job"]["namespace"], event["job"]["name"], facets=facets(event["job"])),
        **datasets,
    )
    if made.schemaURL != event["schemaURL"]:
        raise ValueError(f"{made.schemaURL} is the schema, not {event['schemaURL']}")


def cdevents(event):
    """There is no package that reads them; what they name artifacts by has one."""
    subject = event["subject"]
    kind = event["context"]["type"]
    named = {"artifact.published": subject["id"], "service.deployed": subject["content"].get("artifactId")}
    for event_kind, purl in named.items():
        if event_kind in kind:
            PackageURL.from_string(purl)


def statement(predicate, lists):
    def read(value):
        Statement.copy_from_pb(json_format.ParseDict(value, statement_pb2.Statement())).validate()
        made = json_format.ParseDict(value["predicate"], predicate())
        for one in lists(made):
            ResourceDescriptor.copy_from_pb(one).validate()

    return read


def model_card(value):
    card = ModelCardData(**value)
    if "model-index" in value:
        results = value["model-index"][0]["results"]
        if len(card.eval_results) != len(results):
            raise ValueError(f"{len(card.eval_results)} of {len(results)} results were read")
    again = ModelCardData(**card.to_dict()).to_dict()
    if again != card.to_dict():
        raise ValueError(f"it becomes {again}")


READERS = {
    "openlineage": openlineage,
    "cdevents": cdevents,
    "slsa-provenance": statement(
        provenance_pb2.Provenance, lambda made: made.build_definition.resolved_dependencies
    ),
    "test-result": statement(test_result_pb2.TestResult, lambda made: made.configuration),
    "model-card": model_card,
}

problems = []
for name, values in json.load(sys.stdin).items():
    for at, value in enumerate(values):
        try:
            READERS[name](value)
        except Exception as error:
            problems.append(f"{name} {at}: {type(error).__name__}: {error}"[:600])
json.dump(problems, sys.stdout)
