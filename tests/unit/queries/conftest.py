from __future__ import annotations

from collections.abc import Iterator

import pytest

from graph.store import Store, open_store
from tests.unit.queries.invented_region import region_facts


@pytest.fixture(scope="session")
def region_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    store = open_store(f"embedded:{tmp_path_factory.mktemp('region') / 'graph'}")
    store.load(region_facts())
    yield store
    store.close()
