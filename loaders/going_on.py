"""Whether a word goes on behind what looks like the ending of a name (院|士, 公司|化)."""

from __future__ import annotations

import re

# What a one-character ending may be the first half of: 院士, 院长, 所长, 所有.
GOES_ON = {"院": "士长落线", "所": "长有谓需在办建设属示述"}
# … unless a verb begins there: 某研究所|建设, 某研究院|落户.
STANDS = re.compile(r"建设|建有|建成|建立|有望|有关|有效|在建|落户|落地|落成|长期|属于|办学")
# … and behind whom 计划 is a verb: 某研究院计划建成, 某集团计划到2025年, 某市计划总投资.
PLANS = re.compile(
    r"(?:用|在|于|通过|围绕|依托|将|总)?(?:投资|建成|建设|引进|新建|新增|培育|引育|孵化|打造|实现|完成|突破|推出|启动|开展|组建|设立|成立|招[收引]|申报|开工|投产|发展到|攻克|三年|五年|两年|到20|20\d\d年)(?!项目|工程|专项|行动)"
)
FIRM_GOES_ON = re.compile(r"(?:[（(]集团[）)]|集团|控股)?(?:股份|有限|责任|集团|总)*公司")


def goes_on(text: str, end: int, suffix: str, label: str) -> bool:
    """Say whether the word goes on after the ending (大学科技园, 公司化, 计划单列 …)."""
    after = text[end : end + 3]
    nearest = after[:1] or "。"
    if label == "Event" and suffix == "大会" and re.match(r"第[一二三四五六七八九十]+[次届]", text[end : end + 4]):
        return True
    if after.startswith({"地区": "生产", "大学": "联盟"}.get(suffix, "？")):
        return True  # 某城市群|地区生产总值
    if label == "University" and suffix == "大学" and after.startswith(("生", "科技", "城", "学", "本科")):
        return after != "科技园"
    if label == "Company" and FIRM_GOES_ON.match(text, end):
        return True
    if label == "Programme" and (
        after[:2]
        in {
            "技术",
            "研究",
            "实验",
            "中心",
            "机械",
            "（技",
            "有限",
            "大学",
            "学院",
            "科学",
            "造价",
            "设计",
            "公司",
            "机构",
        }
        or nearest in "师化院"
    ):
        return True
    if suffix == "计划" and PLANS.match(text, end):
        return True
    if label == "Fund" and after[:2] in {"会", "小镇", "管理", "公司", "业务"}:
        return True
    if label == "GovernmentBody" and nearest in "长员限面部域":
        return suffix in {"局", "厅", "委员会", "办公室", "政府"} and not (
            after[:2] in {"局长", "厅长"} and len(suffix) > 1
        )
    if suffix[-1] in GOES_ON and nearest in GOES_ON[suffix[-1]] and not STANDS.match(after if len(suffix) > 1 else ""):
        return not (len(suffix) >= 3 and nearest in "需在办建设") or after.startswith(("在地", "办公", "建议"))
    if suffix == "空间" and after[:2] in {"布局", "格局", "结构"}:
        return True
    if suffix == "学会" and nearest in "部秘":
        return True
    return nearest in "化性级型员" or (
        suffix in {"政府", "银行"} and after[:2] in {"合作", "引导", "协同", "资金", "购买", "服务"}
    )
