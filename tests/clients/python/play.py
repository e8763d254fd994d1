"""Plays a plan of calls against gateways that it knows nothing of: the contracts come by reflection.

Usage: play.py PLAN, with {"doors": {"TH": "127.0.0.1:5102"}, "tokens": {"TH/TH-HOME/DO": "..."}} on standard input.
Needs grpcio and protobuf; the few messages of the reflection service itself are made here.
"""
import json
import sys
import time
import uuid

import grpc
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory

SERVICE = "referral.desk.v1.Cases"
PATIENCE_S = 30


def class_of(pool, name):
    found = pool.FindMessageTypeByName(name)
    if hasattr(message_factory, "GetMessageClass"):
        return message_factory.GetMessageClass(found)
    return message_factory.MessageFactory(pool).GetPrototype(found)


def reflection_pool():
    """grpc.reflection.v1alpha, as far as it is needed: by symbol, and by name of file."""
    file = descriptor_pb2.FileDescriptorProto(name="reflection.proto", package="grpc.reflection.v1alpha",
                                              syntax="proto3")
    text, blob, message = 9, 12, 11
    for name, fields in {
        "ServerReflectionRequest": [("file_by_filename", 3, text, 1, None),
                                    ("file_containing_symbol", 4, text, 1, None)],
        "FileDescriptorResponse": [("file_descriptor_proto", 1, blob, 3, None)],
        "ServerReflectionResponse": [("file_descriptor_response", 4, message, 1, "FileDescriptorResponse")],
    }.items():
        one = file.message_type.add(name=name)
        for field, number, kind, label, of in fields:
            made = one.field.add(name=field, number=number, type=kind, label=label)
            if of:
                made.type_name = f".grpc.reflection.v1alpha.{of}"
    pool = descriptor_pool.DescriptorPool()
    pool.Add(file)
    return pool


def contracts_of(channel):
    """All files behind the service, asked of the gateway itself."""
    pool = reflection_pool()
    request = class_of(pool, "grpc.reflection.v1alpha.ServerReflectionRequest")
    response = class_of(pool, "grpc.reflection.v1alpha.ServerReflectionResponse")
    ask = channel.stream_stream("/grpc.reflection.v1alpha.ServerReflection/ServerReflectionInfo",
                                request_serializer=request.SerializeToString,
                                response_deserializer=response.FromString)
    files, wanted = {}, [request(file_containing_symbol=SERVICE)]
    while wanted:
        for answer in ask(iter(wanted), timeout=PATIENCE_S):
            for raw in answer.file_descriptor_response.file_descriptor_proto:
                one = descriptor_pb2.FileDescriptorProto.FromString(raw)
                files[one.name] = one
        missing = {name for one in files.values() for name in one.dependency} - files.keys()
        wanted = [request(file_by_filename=name) for name in sorted(missing)]
    learnt = descriptor_pool.DescriptorPool()

    def add(one):
        for name in one.dependency:
            if name in files:
                add(files.pop(name))
        learnt.Add(one)

    while files:
        add(files.pop(next(iter(files))))
    return learnt


def filled(value, known):
    if isinstance(value, dict):
        return {name: filled(one, known) for name, one in value.items()}
    if isinstance(value, list):
        return [filled(one, known) for one in value]
    if value == "$uuid":
        return str(uuid.uuid4())
    return known[value[1:]] if isinstance(value, str) and value.startswith("$") else value


class Door:
    def __init__(self, address, tokens):
        self.tokens = tokens
        # The gateway is where it is said to be, whatever proxy the environment names.
        self.channel = grpc.insecure_channel(address, options=[("grpc.enable_http_proxy", 0)])
        self.contracts = contracts_of(self.channel)
        self.service = self.contracts.FindServiceByName(SERVICE)

    def call(self, step, words):
        method = self.service.FindMethodByName(step["call"])
        request = json_format.ParseDict(words, class_of(self.contracts, method.input_type.full_name)())
        answer = class_of(self.contracts, method.output_type.full_name)
        token = self.tokens[f'{step["at"]}/{step["post"]}/{step["role"]}']
        return self.channel.unary_unary(f"/{SERVICE}/{method.name}",
                                        request_serializer=type(request).SerializeToString,
                                        response_deserializer=answer.FromString)(
            request, timeout=PATIENCE_S, metadata=[("authorization", f"Bearer {token}")])


def main():
    with open(sys.argv[1], encoding="utf-8") as plan:
        steps = json.load(plan)["steps"]
    given = json.load(sys.stdin)
    doors, known = {}, {}
    for step in steps:
        if step["at"] not in doors:
            doors[step["at"]] = Door(given["doors"][step["at"]], given["tokens"])
        words, end = filled(step["with"], known), time.monotonic() + PATIENCE_S
        while True:
            answer = doors[step["at"]].call(step, words)
            known.update({name: getattr(answer, field) for name, field in step.get("keep", {}).items()})
            until = step.get("until")
            if not until or any(getattr(one, until["field"]) == filled(until["is"], known)
                                for one in getattr(answer, until["list"])):
                break
            if time.monotonic() > end:
                raise SystemExit(f'{step["call"]} never showed {until["field"]}')
            time.sleep(0.05)
    print(json.dumps(known))


main()
