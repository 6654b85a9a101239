"""Our grades beside those of textstat 0.7.3, which counts syllables with a hyphenation dictionary.

It rounds the mean of a sentence and of a word to one decimal before it multiplies, which alone
can move a grade by 0.6. So the same sum is made here of its own counts too, without rounding.
"""

import json
import sys
from itertools import chain
from types import ModuleType
from typing import Any

import pytest

from facilitator.plain_language import grade, reading
from tests.records import CAMPBELL

HARBOUR = """
The harbour at Saltmouth is small, and in winter only three boats go out from it. My grandfather
had the green one. He rose before it was light, drank his tea standing up, and walked down the hill
with his lamp. My grandmother never said that she was afraid. She put out the washing, fed the hens
and looked at the water more often than she needed to. When the wind came round to the north she
went and stood at the end of the wall with the other women, and nobody talked. I was seven when I
first went with her. She held my hand inside her coat pocket, where it was warm, and told me which
light was his. I could not see it. I said that I could, because I thought that it would help. Years
later she told me that she had not been able to see it either. We laughed until we had to sit down.
He always came home. He smelled of rope and fish and cold, and he had a biscuit for me in his bag
that he said the gulls had sent. After supper he slept in his chair with his boots on. In summer the
visitors came, and he took them round the bay for two shillings each and told them stories about
smugglers. None of the stories were true. My grandmother sat on the steps, mended the nets, and
shook her head at every one of them.
"""
OFFICE = """
The authority has a duty to consider every application that it receives before the closing date.
Applicants should provide evidence of their identity and of their address, together with any
supporting documents that the guidance mentions. Where the information is not complete, an officer
will write to the applicant and explain what is missing. The application cannot be decided until a
reply has been received, and it may be closed if nothing arrives within thirty days. Decisions are
made by a panel of three members, who meet in the first week of each month. The panel considers the
circumstances of the household, the resources that are available, and the views of the professional
who made the recommendation. Members who have a personal interest in a case must declare it and
leave the room during the discussion. A written decision, with the reasons for it, is normally sent
within ten working days. Applicants who disagree may ask for the decision to be reviewed by a senior
manager who was not involved before. The request should be made in writing and should describe the
grounds on which the decision is thought to be wrong. A review usually takes six weeks, although
complicated cases may require additional time. If the applicant remains dissatisfied, a complaint
can be made to the independent ombudsman, whose decision is final. Information about advice and
advocacy organisations is available from reception and on the public website of the authority.
"""
SCHOOL = """
Every child in the valley went to the same school, which had two rooms and a stove. The little ones
sat near the stove and the big ones near the door. Our teacher was called Miss Hopkins. She had a
bicycle, a silver whistle and a very loud voice, and she knew the name of every bird. On Monday
mornings we wrote about what we had done on Sunday. Nobody had done anything, so we made it up. My
brother wrote that he had met a bear. Miss Hopkins read it out to everybody and asked him what the
bear had eaten for dinner, and he had to think quickly. In spring we planted beans behind the wall,
and each of us had a row with a label. I watered mine so much that they floated away. When the snow
came in January the bus could not get up the hill, and we walked home along the railway in a long
line, singing to keep warm. Miss Hopkins went first with the whistle, and the oldest boy came last
with the lantern. My mother always waited at the bridge. She counted us as we went by, all nineteen,
not only her own. Many years afterwards I became a teacher myself, in a much bigger school, with
computers and a swimming pool. It is a good place. But I still count the children when we go out,
and on dark winter afternoons I sometimes wish that I had a whistle.
"""


def family_talk() -> str:
    """Every longer line of the practice family's plan, one after the other."""

    def said(value: Any) -> list[str]:
        if isinstance(value, dict):
            return list(chain.from_iterable(map(said, value.values())))
        if isinstance(value, list):
            return list(chain.from_iterable(map(said, value)))
        return [value] if isinstance(value, str) and len(value.split()) > 3 else []

    document = json.loads(CAMPBELL.read_bytes())
    lines = said([document["share"], document["plan"], document["child_views"]])
    return " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines)


@pytest.fixture(scope="module")
def oracle() -> Any:
    """Textstat; it asks setuptools for one thing that is not needed here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "pkg_resources", ModuleType("pkg_resources"))
        import textstat  # noqa: PLC0415 -- only after what it asks for is there

        return textstat.textstat


@pytest.mark.parametrize(
    "passage",
    [HARBOUR, OFFICE, SCHOOL, family_talk(), f"{HARBOUR} {OFFICE}", f"{SCHOOL} {family_talk()}"],
    ids=["harbour", "office", "school", "family", "harbour and office", "school and family"],
)
def test_our_grade_of_a_long_passage_is_within_half_a_grade_of_textstats(
    oracle: Any, passage: str
) -> None:
    passage = " ".join(passage.split())
    words = oracle.lexicon_count(passage)
    syllables = oracle.syllable_count(passage)
    theirs = 0.39 * words / oracle.sentence_count(passage) + 11.8 * syllables / words - 15.59
    ours = grade(passage)
    assert ours == pytest.approx(oracle.flesch_kincaid_grade(passage), abs=0.5)
    assert ours == pytest.approx(theirs, abs=0.25)
    assert reading([passage]).grade == ours
