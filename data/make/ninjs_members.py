#!/usr/bin/env python3
"""Prints src/format/ninjs/members.tsv from the JSON Schemas of ninjs that the IPTC publishes.

    data/make/ninjs_members.py FOLDER > src/format/ninjs/members.tsv

FOLDER holds ninjs-schema_1.0.json to ninjs-schema_3.1.json. The `advice` members of the development
versions, of which no schema is published there, are written below from the IPTC's test files.
"""
import json
import sys
from pathlib import Path

VERSIONS = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.x", "2.0", "2.1", "2.2", "2.x", "3.0", "3.1"]
DEVELOPMENT = {"1.x": "1.6", "2.x": "2.2"}
SINGULAR = {
    "people": "person", "associations": "association", "altids": "altId", "altIds": "altId",
    "renditions": "rendition", "symbols": "symbol", "contactinfo": "contact", "contactInfo": "contact",
    "trustindicators": "trustIndicator", "trustindicator": "trustIndicator", "bodies": "body",
    "trustIndicators": "trustIndicator", "$standard": "standard", "rightsinfo": "rightsInfo", "itemcount": "itemCount",
    "digitalsourcetype": "digitalSourceType", "infosource": "infoSource", "infosources": "infoSource",
    "infoSources": "infoSource", "eventDetails": "eventDetails", "plannedCoverage": "plannedCoverage",
    "dates": "dates", "recurrenceRules": "recurrenceRule", "references": "reference",
}
NAMED = {
    "datesObjectType": "dates", "contactInfoType": "contact", "contactinfoType": "contact", "commissionedType": "commissioned",
    "organisationType": "organisation", "renditionType": "rendition", "ninjsType": "item",
}

rows: dict[tuple[str, str, str], set[str]] = {}


def add(owner, member, shape, version):
    rows.setdefault((owner, member, shape), set()).add(version)


def type_name(member):
    if member == "address":
        return member
    if member in SINGULAR:
        return SINGULAR[member]
    return member[:-1] if member.endswith("s") else member


def shape(schema, member, root, version):
    reference = schema.get("$ref")
    if reference:
        name = reference.rsplit("/", 1)[-1]
        if "geojson" in reference.lower():
            return "geojson"
        if name == "truncatedDateTimeType":
            # recurrenceDates says "array" beside this reference; a list of them is what it must mean.
            return "list truncated-date" if schema.get("type") == "array" else "truncated-date"
        if name == "newsObjectType":
            return shape(root["$defs"][name], member, root, version)
        if name == "#" or "ninjs-schema" in reference:
            return "item"
        if name == "ninjsType":
            walk({"properties": schema.get("properties", {})}, "association", root, version)
            for required in schema.get("required", []):
                add("association", "!required", required, version)
            return "association"
        definitions = root.get("$defs", root.get("definitions"))
        walk(definitions[name], NAMED[name], root, version)
        return NAMED[name]
    if "enum" in schema:
        return "one-of " + "|".join(schema["enum"])
    kind = schema.get("type")
    if kind == "array":
        return "list " + shape(schema["items"], member, root, version)
    if kind == "object":
        properties, patterns = schema.get("properties"), schema.get("patternProperties")
        if not properties and patterns and schema.get("additionalProperties") is False:
            (pattern, inner), = patterns.items()
            keys = "named" if "_" in pattern else "named-plainly"
            return f"{keys} " + shape(inner, type_name(member), root, version)
        if "anyOf" in schema:
            return "item-or-named"
        if not properties and not patterns:
            return "any-object"
        walk(schema, type_name(member), root, version)
        return type_name(member)
    if kind == "string":
        return {"date-time": "date-time", "uri": "uri"}.get(schema.get("format"), "text")
    if kind in ("number", "integer"):
        if "minimum" in schema:
            return f"{kind} {schema['minimum']}..{schema['maximum']}"
        return kind
    raise SystemExit(f"{version}: {member}: {schema}")


def alternatives(rule):
    return "one(" + ",".join(case["required"][0] for case in rule["oneOf"]) + ")"


def walk(schema, owner, root, version):
    for member, inner in schema.get("properties", {}).items():
        if inner.get("required") is True:
            add(owner, "!required", member, version)
        add(owner, member, shape(inner, member, root, version), version)
    for pattern, inner in schema.get("patternProperties", {}).items():
        stem = pattern[1:].split("[")[0]
        add(owner, stem + "*", shape(inner, stem, root, version), version)
    if isinstance(schema.get("required"), list):
        for member in schema["required"]:
            add(owner, "!required", member, version)
    if "oneOf" in schema:
        add(owner, "!rule", alternatives(schema), version)
    if "anyOf" in schema:
        add(owner, "!rule", "any(" + ",".join(map(alternatives, schema["anyOf"])) + ")", version)
    closed = schema.get("additionalProperties") is False or owner in ("item", "association")
    if not closed and schema.get("properties"):
        add(owner, "!open", "-", version)


def ranges(versions):
    marks = [version in versions for version in VERSIONS]
    told, start = [], None
    for index, mark in enumerate(marks + [False]):
        if mark and start is None:
            start = index
        if not mark and start is not None:
            told.append(VERSIONS[start] if start == index - 1 else f"{VERSIONS[start]}-{VERSIONS[index - 1]}")
            start = None
    return ",".join(told)


def order(row):
    owner, member, _ = row[0]
    return owner, member.startswith("!"), member.lower()


def main():
    folder = Path(sys.argv[1])
    for version in VERSIONS:
        schema = json.loads((folder / f"ninjs-schema_{DEVELOPMENT.get(version, version)}.json").read_text())
        walk(schema, "item", schema, version)
        if "$ref" in schema:
            walk(schema["$defs"]["ninjsType"], "item", schema, version)
        if version in DEVELOPMENT:
            add("item", "advices", "list advice", version)
            for member, inner in {"role": "text", "environments": "list coded", "importance": "coded", "lifetime": "coded"}.items():
                add("advice", member, inner, version)
            for member in ("scheme", "code", "name"):
                add("coded", member, "text", version)
            add("coded", "!required", "code", version)
    print("# type\tmember\tshape\tversions")
    for (owner, member, inner), versions in sorted(rows.items(), key=order):
        print(f"{owner}\t{member}\t{inner}\t{ranges(versions)}")


main()
