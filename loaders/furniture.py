"""Furniture of web pages and newspapers: menus, paths, and lines that lead to other pages and state nothing."""

from __future__ import annotations

import re

# 首页|新闻|财经|体育|…: a menu leads home or to the parts of a paper; other lines with bars may be rows of a table
_MENU = re.compile(
    r"(?=.*(?:首页|主页|登录|注册|网站地图|无障碍|新闻|要闻|财经|体育|娱乐|English))(?![|｜])(?:[^|｜，。；：\t]{1,10}[|｜]){4,}[^|｜。]{0,12}"
)
# 首页>新闻>某市>正文; 当前位置：首页>>媒体聚焦
_PATH = re.compile(
    r"[^>＞»，。；]{1,24}(?:>{1,2}|＞{1,2}|»)(?:[^>＞»，。；]{1,24}(?:>{1,2}|＞{1,2}|»))*[^>＞»，。；]{0,40}"
)
# 今日甲今日乙今日丙今日丁: sister pages of one name
_SISTERS = re.compile(r"(?P<word>[\u4e00-\u9fff]{2})(?:[\u4e00-\u9fff]{2,3}(?P=word)){3,}[\u4e00-\u9fff]{2,3}")
_LINKS = re.compile(
    r"(?:(?:上|下)一[篇版条页]|往期阅读|放大|缩小|默认|打印|关闭|收藏|首页|标题导航|版面导航|返回(?:首页|顶部|目录|原图)"
    r"|(?:相关|热门|推荐|最新)(?:内容|推荐|链接|阅读|新闻|资讯|文章|报道|专题)|新闻推荐|猜你喜欢|为您推荐|编辑推荐|扫一扫[^，。]{0,16}"
    r"|[【\[]?(?:打印|关闭|字体|字号|纠错|分享)[^，。]{0,14}|分享到?[：:]?.{0,12}|(?:阅读|浏览|点击)(?:量|次数|数)?[：:]?\d*次?"
    r"|评论[：:]?\d*)+"
)
# 首页机构设置政策法规联系我们: a menu whose words stand side by side; 设为首页|加入收藏; 欢迎访问某大学！
_HOME = re.compile(
    r"(?:当前)?(?:您?的?当?前?位置[：:])?(?:网站|本站|学校|学院|返回)?(?:首页|主页)(?![\u4e00-\u9fff]*[的是在了为于将已])[\u4e00-\u9fffA-Za-z|｜/·>＞»\s]{0,120}"
    r"|(?:(?:设为首页|加入收藏|收藏(?:本站|我们|本页)|联系我们|网站地图|无障碍(?:浏览|阅读|版)?|长者(?:模式|版)|[繁简]体中?文?版?|返回首页|登录|注册|English)[|｜/·\s]*){1,8}"
    r"|欢迎(?:访问|光临|来到|进入)[^，。；：]{2,30}[！!]?"
)
_SHEET = re.compile(r"(?:当前版[：:])?第?[A-Z]?\d{1,3}版(?:[：:].{1,16}|(?:上|下)一版)*")


def is_furniture(text: str) -> bool:
    """Say whether a line of a page leads somewhere else and states nothing."""
    if len(text) > 240:
        return False
    return any(p.fullmatch(text) for p in (_MENU, _PATH, _SISTERS, _LINKS, _HOME, _SHEET))


# who took the picture above
_CREDIT = re.compile(r"(?:记者|通讯员|摄影[：:]?)[^，。；]{0,8}摄?$|[^，。；]{2,6}摄$|(?:资料|供)图$")


def is_credit(text: str) -> bool:
    """Say whether a line closes with who took a picture, so that nothing goes on behind it."""
    return bool(_CREDIT.search(text))
