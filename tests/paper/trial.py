"""A trial paper of our own: everything that a plan may hold, and nobody's family."""

from datetime import date
from functools import cache

from facilitator.paper.pdf import Sheet, render

MADE_ON = date(2027, 2, 27)
ATTACHMENT = b'{"format":"trial/1","title":"The kite and kettle plan"}'

STYLE = """
@page { size: A4; margin: 18mm 16mm 20mm;
  @top-left { content: string(part); font-size: 10pt }
  @bottom-left { content: "Keep this page somewhere private."; font-size: 10pt }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font-size: 10pt } }
html { font-size: 13pt; line-height: 1.4 }
h2 { string-set: part content(); break-after: avoid }
table { border-collapse: collapse; table-layout: fixed; width: 100% }
th, td { border-bottom: 1pt solid #889; padding: 2mm; text-align: start; vertical-align: top }
tr { break-inside: avoid }
ul { list-style: none }
ul > li::before { content: "\\2022  " }
.card { border: 1.5pt solid #27594a; border-radius: 3mm; padding: 4mm; break-inside: avoid }
"""

STEPS = 30


def sheet(body: str, *, lang: str = "en-GB", style: str = STYLE, title: str = "Our plan") -> Sheet:
    """A sheet with this body in it."""
    html = (
        f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Unused</title>'
        f"<style>{style}</style></head><body>{body}</body></html>"
    )
    return Sheet(html=html, css=(), title=title, lang=lang, attachment=ATTACHMENT, made_on=MADE_ON)


def table(rows: int = STEPS) -> str:
    """A table of steps with both kinds of heads; 30 rows run over three pages."""
    lines = "".join(
        f'<tr><th scope="row">Step {row}: fly the kite by the river before tea</th>'
        f"<td>Nan Bowen</td><td>Every Monday at 4pm</td></tr>"
        for row in range(1, rows + 1)
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("What", "Who", "When"))
    return (
        f"<table><caption>What we will do</caption><thead><tr>{heads}</tr></thead>"
        f"<tbody>{lines}</tbody></table>"
    )


QUOTES = """
<blockquote lang="ar" dir="rtl"><p>سوف نطير الطائرة الورقية مع Nan Bowen كل يوم.</p></blockquote>
<blockquote lang="ur" dir="rtl"><p>نانی جو ہر روز آئیں گی۔</p></blockquote>
<blockquote lang="bn"><p>এলি নিজের অনুভূতি ভালোভাবে বলতে পারে।</p></blockquote>
<blockquote lang="pa"><p>ਅਸੀਂ ਹਰ ਰਾਤ ਕਹਾਣੀ ਪੜ੍ਹਾਂਗੇ।</p></blockquote>
<blockquote lang="gu"><p>અમે દરરોજ રાત્રે વાર્તા વાંચીશું.</p></blockquote>
<blockquote lang="ta"><p>நாங்கள் ஒவ்வொரு இரவும் கதை படிப்போம்.</p></blockquote>
<blockquote lang="hi"><p>हम हर रात कहानी पढ़ेंगे।</p></blockquote>
<blockquote lang="uk"><p>Ґанок, їжак, єнот.</p></blockquote>
<blockquote lang="cy"><p>Tŷ, dŵr, ŵyr, Ŷd.</p></blockquote>
"""

CARD = """
<section class="card"><h3>Fly the kite</h3>
<dl><dt>Who</dt><dd>Nan Bowen</dd><dt>When</dt><dd>Every Monday</dd></dl></section>
"""

WHOLE = f"""
<main><h1>The kite and kettle plan</h1>
<p>Ring <strong>Nan Bowen</strong>: <a href="tel:01632960114">01632 960 114</a>. She said
<q lang="cy">dere adre</q>, and <abbr title="Family Rights Line">FRL</abbr> may help as well.</p>
<section><h2>This week</h2>{table()}</section>
<section><h2>In our words</h2>{QUOTES}</section>
<section><h2>More</h2><ul><li>One</li><li>Two <ul><li>inside</li></ul></li></ul>{CARD}
<p><span role="img" aria-label="Box to tick">☐</span> Done <span aria-hidden="true">✓</span></p>
</section></main>
"""


@cache
def printed() -> bytes:
    """The whole trial paper as it comes from the press, printed once for every test."""
    return render(sheet(WHOLE))
