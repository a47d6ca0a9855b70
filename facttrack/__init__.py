"""Who claimed which casualties of whom: claims and counterclaims from news text.

    documents = facttrack.read_documents(["seeds"])
    claims = facttrack.claims_table(claim for document in documents for claim in facttrack.find_claims(document))
    comparison = facttrack.compare_claims(claims)
    facttrack.write_claims(claims, "claims.csv")

Names are loaded when they are used: pandas not before a table is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from facttrack.claims import find_claims
    from facttrack.compare import compare as compare_claims
    from facttrack.documents import read_documents
    from facttrack.errors import FacttrackError
    from facttrack.models import Claim, Document
    from facttrack.table import claims_table, read_claims, write_claims

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Document",
    "FacttrackError",
    "__version__",
    "claims_table",
    "compare_claims",
    "find_claims",
    "read_claims",
    "read_documents",
    "write_claims",
]

_HOMES = {
    "Claim": ("models", "Claim"),
    "Document": ("models", "Document"),
    "FacttrackError": ("errors", "FacttrackError"),
    "claims_table": ("table", "claims_table"),
    # Not `compare`: facttrack.compare is the module, as soon as anything has imported it.
    "compare_claims": ("compare", "compare"),
    "find_claims": ("claims", "find_claims"),
    "read_claims": ("table", "read_claims"),
    "read_documents": ("documents", "read_documents"),
    "write_claims": ("table", "write_claims"),
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, attribute = _HOMES[name]
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), attribute)  # kept for the next use
    return value


def __dir__() -> list[str]:
    return __all__
