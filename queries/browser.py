"""What Neo4j Browser takes in: a stylesheet with our colours and captions, and the library as saved queries."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from graph.cypher import quote
from graph.export.cypher import literal
from graph.export.files import put
from ontology.schema import Schema, load_schema
from queries.registry import GROUPS, Library, Question

STYLE = "polecore.grass"
QUERIES = "polecore-queries.zip"
_EPOCH = (2000, 1, 1, 0, 0, 0)
_PICTURES = "看图 Pictures"
_MOST = 200
_WIDTHS = {"City": 70, "Region": 80, "Zone": 60}
"""Diameters in pixels of what a picture is read by; 45 is that of the others."""


def stylesheet(schema: Schema | None = None) -> str:
    """Write the graph stylesheet (GraSS) of Neo4j Browser.

    A node has the labels of its superclasses too, and a later rule overrules an earlier one; so the classes follow
    their superclasses. Ties bear their Chinese caption: Browser shows the text of ``caption`` as it is. Its
    parser (tried with 5.24) takes a comment for a part of the selector that follows: there are none.
    """
    schema = schema or load_schema()
    blocks = [
        _rule("node", diameter="45px", color="#999999", border__color="#777777", border__width="2px",
              text__color__internal="#FFFFFF", font__size="10px", caption="'{name}'"),
        _rule("relationship", color="#A5ABB6", shaft__width="1px", font__size="9px", padding="3px",
              text__color__external="#000000", text__color__internal="#FFFFFF", caption="'<type>'"),
    ]  # fmt: skip
    nodes = sorted(schema.node_types.values(), key=lambda node: (len(node.superclasses), node.name))
    for node in nodes:
        if node.role != "statement":
            caption = {"Passage": "'{section}'", "Figure": "'{indicator} {value}{unit}'"}.get(node.name, "'{name}'")
            blocks.append(
                _rule(f"node.{node.name}", diameter=f"{_WIDTHS.get(node.name, 45)}px", color=node.colour,
                      border__color=_darker(node.colour), text__color__internal=_ink(node.colour), caption=caption)
            )  # fmt: skip
    for relation in (*schema.relation_types.values(), *schema.evidence_relations.values()):
        blocks.append(_rule(f"relationship.{relation.name}", caption=f"'{relation.label_zh}'"))
    return "\n".join(blocks)


def _rule(selector: str, **style: str) -> str:
    lines = "".join(f"  {key.replace('__', '-')}: {value};\n" for key, value in style.items())
    return f"{selector} {{\n{lines}}}\n"


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _darker(colour: str) -> str:
    return "#" + "".join(f"{int(channel * 0.75):02X}" for channel in _channels(colour))


def _ink(colour: str) -> str:
    """Give black or white, whichever stands out more: relative luminance of WCAG 2.2."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (v / 255 for v in _channels(colour))]
    luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return "#000000" if (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) else "#FFFFFF"


def saved_queries(library: Library, schema: Schema | None = None) -> dict[str, str]:
    """Give the saved queries: path in the archive (folder/title) -> text; a first comment is the title in Browser."""
    found = dict(_pictures(schema or load_schema()))
    for group, questions in library.groups().items():
        for question in questions:
            found[f"{GROUPS[group].zh} {GROUPS[group].en}/{question.name}.cypher"] = _saved(question)
    return found


def _saved(question: Question) -> str:
    lines = [f"// {question.title.zh} · {question.title.en}", f"// {question.question.zh} {question.question.en}"]
    settings = []
    for name, parameter in question.parameters.items():
        value = question.example.get(name, "" if parameter.required else parameter.default)
        bound = parameter.convert(value) if value not in ("", None) else value
        lines.append(f"// {name}: {parameter.description.zh} ({parameter.description.en})")
        settings.append(f":param {name} => {'null' if bound is None else literal(bound)};")
    return "\n".join([*lines, *settings, f"{question.cypher};", ""])


def _pictures(schema: Schema) -> Iterator[tuple[str, str]]:
    for node in schema.entity_types.values():
        yield (
            f"{_PICTURES}/{node.name}.cypher",
            (
                f"// {node.label_zh}及其联系 · {node.label_en} and its ties\n"
                f"MATCH path = (n:{quote(node.name)})-[]-(:Entity) RETURN path LIMIT {_MOST};\n"
            ),
        )
    for relation in schema.relation_types.values():
        yield (
            f"{_PICTURES}/{relation.name}.cypher",
            (
                f"// 联系：{relation.label_zh} · Ties: {relation.label_en}\n"
                f"MATCH path = (:Entity)-[:{quote(relation.name)}]->(:Entity) RETURN path LIMIT {_MOST};\n"
            ),
        )
    yield (
        f"{_PICTURES}/evidence.cypher",
        (
            "// 一个实体的出处 · The passages that name an entity\n"
            ":param name => '沈阳市';\n"
            "MATCH path = (n:Entity)-[:MENTIONED_IN]->(:Passage)<-[:HAS_PASSAGE]-(:Document)\n"
            f"WHERE n.name = $name OR $name IN n.aliases RETURN path LIMIT {_MOST};\n"
        ),
    )


def write(folder: Path, library: Library) -> list[Path]:
    """Write the stylesheet and the archive of saved queries into a folder; the same bytes from run to run."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(saved_queries(library).items()):
            part = zipfile.ZipInfo(name, _EPOCH)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o644 << 16
            archive.writestr(part, text)
    return [put(folder / STYLE, stylesheet()), put(folder / QUERIES, buffer.getvalue())]
