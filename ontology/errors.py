"""The errors of Polecore: one base, one child for each thing that can be wrong.

A message names the item, where it stands and what to do next; the command line prints it as one line.
"""


class PolecoreError(Exception):
    """Base of all errors that a user can cause and mend."""


class OntologyError(PolecoreError):
    """The ontology, a lexicon or a record contradicts the model."""


class SourceError(PolecoreError):
    """A document, register or facts file cannot be read."""


class StoreError(PolecoreError):
    """A store cannot be opened, read or written."""


class QueryError(PolecoreError):
    """A query is unknown, malformed, refused or too expensive."""


class ClusterError(PolecoreError):
    """A cluster that is to share the work cannot be reached, or its workers are not as they must be."""
