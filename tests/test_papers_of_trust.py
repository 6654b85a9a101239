"""The papers about what we keep and who looked are for everybody to read, and for thirty years."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from facilitator.one_person.notice import Notice
from tests.break_glass.opened_plans import ADA, SAM, a_service
from tests.one_person.test_about_me import about
from tests.one_person.test_asked_pages import asked, looks_through_all
from tests.paper import verapdf
from tests.releasing.handing_over_day import a_day

ON = date(2027, 3, 3)


def every_paper() -> Iterator[tuple[str, bytes]]:
    """Each kind of them by a name, as somebody is given it."""
    service = a_service()
    service.sees(ADA, service.opens(ADA))
    way = f"/meetings/{service.meeting.id}/who-has-looked.pdf"
    yield "who has looked", service.sees(SAM, way).data
    day = a_day()
    request, at = asked(day)
    looks_through_all(day, request, at)
    assert day.sends(f"{at}/give").status_code == 303
    for edition in ("standard", "large_print"):
        address = f"{day.address}{at}/about-you.pdf?edition={edition}"
        yield f"about you, {edition}", day.client.get(address).data
    yield "about a user", about().pdf()
    yield "notice", Notice(team="Exe Valley").pdf(made_on=ON, large=False)
    yield "notice, large print", Notice(team="Exe Valley").pdf(made_on=ON, large=True)


def test_every_paper_about_what_is_kept_is_pdf_a_and_pdf_ua(tmp_path: Path) -> None:
    files = []
    for name, data in every_paper():
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(data)
    assert {one.name: rules for one, rules in verapdf.broken(files).items() if rules} == {}
