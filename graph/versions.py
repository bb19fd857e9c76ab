"""The mark of a store: in which format it is written, and by which model.

The model is what the ontology declares: which labels a class gives its nodes, which properties and ties there are. A
store of another model would hold nodes that questions do not find.
"""

from __future__ import annotations

import functools
import hashlib
import json

from ontology.errors import StoreError
from ontology.schema import Schema, load_schema

FORMAT = 2
"""Grows with every change of what a store keeps and how; 1 had no mark of the model."""


def model(schema: Schema) -> str:
    """Digest what of an ontology stands in a store: captions and definitions do not.

    Examples
    --------
    >>> len(model(load_schema()))
    12
    """
    declared = {
        "nodes": {name: schema.labels_of(name) for name in (*schema.entity_types, *schema.evidence_types)},
        "properties": {p.name: [p.datatype, p.many] for p in schema.properties.values()},
        "ties": sorted((*schema.relation_types, *schema.evidence_relations)),
    }
    return hashlib.sha256(json.dumps(declared, sort_keys=True).encode()).hexdigest()[:12]


@functools.cache
def mark() -> str:
    """Give the mark of the stores that this version writes."""
    return f"{FORMAT} {model(load_schema())}"


def check(where: str, found: str, *, advice: str, older: bool = False) -> None:
    """Compare the mark of a store with that of this version.

    Parameters
    ----------
    where : the URI of the store.
    found : its mark.
    advice : what to do with an older store, for the end of the message.
    older : whether it may be older, because it is only read from.

    Raises
    ------
    StoreError
        if the store was written by another version.
    """
    if found == mark():
        return
    number, _, _ = found.partition(" ")
    if not number.isdigit() or int(number) < 1:
        raise StoreError(f"{where}: the mark of the store, {found!r}, is damaged; {advice}")
    if int(number) > FORMAT:
        raise StoreError(
            f"{where}: written by a newer version of Polecore (format {number}, this one reads format {FORMAT}); "
            "use that version, or name another store"
        )
    if older:
        return
    if int(number) < FORMAT:
        told = f"written by an older version of Polecore (format {number}, this one writes format {FORMAT})"
    else:
        told = "written with another ontology, which gives nodes other labels, properties or ties"
    raise StoreError(f"{where}: {told}; {advice}")
