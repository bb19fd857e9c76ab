

def test_the_full_name_that_only_the_lexicon_knows_tells_no_place() -> None:
    def placed(text: str) -> set[str]:
        return {t.target[1] for t in facts_of(text).ties if t.type == "LOCATED_IN"}

    assert placed("园区与沈阳新松机器人合作。") == {"沈阳市"}
    assert placed("园区与新松公司合作。") == set()
