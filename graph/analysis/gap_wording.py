"""What is said of gaps, in Chinese and in English, from one place: screens, files and the command line read it here.

Names of places, fields and organisations stay as the documents write them, and so do quotations.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.language import LANGUAGES, known

WORDS: dict[str, tuple[str, str]] = {
    "A": ("已核实", "verified"),
    "B": ("疑似", "suspected"),
    "C": ("资料不足", "too little material"),
    "where": ("在已收录的{documents}份文件（截至{latest}）中", "In the {documents} documents held (up to {latest})"),
    "open": (
        "{where}，未见{what}；不等于{absent}，建议核实。",
        "{where} no record was found of {what}; this does not mean that {absent}. Worth checking.",
    ),
    "sure": (
        "{where}未见{what}，且已经核实。",
        "{where} no record was found of {what}, and this has been verified.",
    ),
    "link": ("{first}与{second}在{field}方向的合作记载", "cooperation between {first} and {second} in {field}"),
    "B1": ("{field}方向的研发机构记载", "research organisations in {field}"),
    "B2": (
        "{members}与异地研发机构在{field}方向的合作记载",
        "cooperation of {members} with research organisations elsewhere in {field}",
    ),
    "B3": ("{field}方向的产业载体记载", "carriers of production in {field}"),
    "B4": ("{field}方向的转化平台记载", "platforms of transfer in {field}"),
    "policy": ("点名{member}{field}方向的政策措施记载", "a policy measure naming it for {field} in {member}"),
    "carrier": (
        "{member}在{field}方向的现有载体记载（仅有规划）",
        "a carrier that stands (plans only) for {field} in {member}",
    ),
    "closed": (
        "{field}：研发或转化机构见于{year}年文件，较新的文件未再提及；不列为缺口，建议核实是否仍在。",
        "{field}: research or transfer is recorded in documents of {year}, newer ones do not mention it again; not "
        "listed as a gap, check whether it is still there.",
    ),
    "absent.link": ("不存在合作", "there is none"),
    "absent.B1": ("不存在研发机构", "there is none"),
    "absent.B2": ("不存在合作", "there is none"),
    "absent.B3": ("不存在产业载体", "there is none"),
    "absent.B4": ("不存在转化平台", "there is none"),
    "absent.policy": ("不存在政策", "there is none"),
    "absent.carrier": ("不存在载体", "there is none"),
    "doubt.single": ("至少一端只见于一个来源", "One end at least stands in a single source"),
    "doubt.partners": (
        "没有来源同时记载双方在该方向与他方的合作，遗漏无从判断",
        "No source names other partners of both in this field, so an omission cannot be told from an absence",
    ),
    "doubt.stated": (
        "只取明文记载（--stated-only）：仅由名称表明方向或所在地的机构未计入",
        "Stated facts only: organisations whose name alone tells field or place are left out",
    ),
    "doubt.named": ("部分机构的产业方向由名称推断", "The field of some organisations was read off their names"),
    "doubt.unsaid": (
        "名称与文字未写明该方向的机构未计入",
        "Organisations that state the field neither in name nor text are not counted",
    ),
    "doubt.silent": (
        "{sources}个来源均未记载，仍容许每份文件有{share}的记载概率",
        "Silence of all {sources} sources still allows each document a chance of {share} of reporting it",
    ),
    "doubt.untestable": ("缺口的显著性不可检验", "Whether it is more than chance cannot be tested"),
    "doubt.policy": (
        "配套文件未必收录，措施也可能不点名产业",
        "Supporting documents may not be held here, and a measure need not name its industry",
    ),
    "doubt.carrier": ("规划的载体可能已经建成", "What was planned may have been built since"),
    "doubt.unplaced": ("所在地不详的机构未计入（{some}）", "Organisations of unknown place are not counted ({some})"),
    "doubt.old": ("旧文件中的机构可能已经变动", "Organisations of older documents may have changed"),
    "flag.untestable": ("不可检验", "cannot be tested"),
    "flag.wide": ("仅有全域政策", "covered by a policy of the whole region only"),
    "flag.near": ("仅有相近方向政策", "covered by a measure for a field close by only"),
    "flag.near_wide": ("仅有相近方向的全域政策", "a field close by is covered for the whole region only"),
    "flag.old": ("{year}年证据", "evidence of {year}"),
    "kind.B1": ("有产业，全域未见研发", "production, no research recorded in the region"),
    "kind.B2": ("一方有产业，研发只在异地", "production here, research only elsewhere"),
    "kind.B2½": ("一方有产业，异地只有上位方向的研发", "production here, research elsewhere in a broader field"),
    "kind.B3": ("有研发，未见产业", "research, no production recorded"),
    "kind.B4": ("有研发和产业，未见转化", "research and production, nothing for transfer recorded"),
    "kind.closed": ("旧文件闭合", "closed by older documents"),
    "kind.—": ("双方都有载体", "both carry it"),
    "kind.M∧¬Pol": ("有能力，未见点名措施", "capability, no measure naming it recorded"),
    "kind.Pol∧¬M": ("有措施，未见现有载体", "measure, no standing carrier recorded"),
    "and": ("、", ", "),
    "stop": ("；", "; "),
}


@dataclass(frozen=True, slots=True)
class Said:
    """Something that can be said in each language; values are names, lists of names, or are said themselves."""

    key: str
    values: tuple[tuple[str, Said | str | int | tuple[str, ...]], ...] = ()

    def tell(self, language: str = "zh") -> str:
        """Say it.

        Raises
        ------
        QueryError
            if the language is unknown.
        """
        return word(self.key, language).format(**{name: _value(value, language) for name, value in self.values})


def said(key: str, **values: Said | str | int | tuple[str, ...]) -> Said:
    """Give what is said with its values.

    Examples
    --------
    >>> said("B2", field="液压", members=("甲", "乙")).tell("en")
    'cooperation of 甲, 乙 with research organisations elsewhere in 液压'
    """
    return Said(key, tuple(sorted(values.items(), key=lambda item: item[0])))


def word(key: str, language: str = "zh") -> str:
    """Give a text as it stands, with its places for values.

    Raises
    ------
    QueryError
        if the language is unknown.
    """
    return WORDS[key][LANGUAGES.index(known(language))]


def joined(found: tuple[Said, ...], language: str = "zh") -> str:
    """Say several things in a row."""
    return word("stop", language).join(one.tell(language) for one in found)


def _value(value: Said | str | int | tuple[str, ...], language: str) -> str:
    if isinstance(value, Said):
        return value.tell(language)
    return word("and", language).join(value) if isinstance(value, tuple) else str(value)
