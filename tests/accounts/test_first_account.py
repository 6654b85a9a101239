"""The first account, made in the browser."""

import threading

import pytest

from facilitator.accounts import store
from facilitator.database import reading
from tests.accounts.at_the_door import NEW, form, sends
from tests.web import (
    PASSWORD,
    SAM,
    an_app_for_nobody,
    judged,
)


def test_a_password_is_hashed_with_argon2id_and_never_kept() -> None:
    app = an_app_for_nobody()
    sends(app.test_client(), "/first-account", **NEW)
    with app.app_context(), reading() as database:
        kept = store.find_kept(database, SAM.email)
    assert kept is not None
    assert kept.password_hash.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_the_first_account_is_made_and_signed_in() -> None:
    app = an_app_for_nobody()
    client = app.test_client()
    answer = sends(client, "/first-account", **NEW)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    page = judged(client.get("/account"))
    assert {"Sam Hill", "sam@example.org", "Exe Valley", "administrator, facilitator"} <= set(
        page.all("dd")
    )
    assert app.test_client().get("/first-account").status_code == 404


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"name": " "}, "Your name is missing."),
        ({"name": "a" * 301}, "Your name is too long."),
        ({"email": "sam"}, "'sam' is not an e-mail address."),
        ({"email": ""}, "Your e-mail address is missing."),
        ({"team": ""}, "The name of your team is missing."),
        ({"password": ""}, "The password is missing."),
        ({"password": "kettle"}, "It has 6 characters."),
        ({"password": "password1"}, "Other people choose it often"),
        ({"password": "samhill2027"}, "It is made of a name that others know."),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_and_the_rest_is_kept(changed: dict[str, str], told: str) -> None:
    app = an_app_for_nobody()
    client = app.test_client()
    typed = {**NEW, "name": "Sam <b>Hill</b>", **changed}
    answer = sends(client, "/first-account", **typed)
    assert answer.status_code == 422
    assert told in " ".join(judged(answer).all("li"))
    assert "<b>Hill" not in answer.text
    assert PASSWORD not in answer.text
    if "name" not in changed:
        assert 'value="Sam &lt;b&gt;Hill&lt;/b&gt;"' in answer.text
    assert client.get("/").headers["Location"] == "/first-account"


def test_of_two_who_make_the_first_account_at_once_one_comes_first() -> None:
    app = an_app_for_nobody()
    clients = [app.test_client() for _ in range(6)]
    tokens = [form(client, "/first-account") for client in clients]
    made: list[str] = []

    def make(number: int) -> None:
        typed = {**NEW, "email": f"{number}@example.org", "csrf_token": tokens[number]}
        made.append(clients[number].post("/first-account", data=typed).headers["Location"])

    makers = [threading.Thread(target=make, args=(number,)) for number in range(len(clients))]
    for one in makers:
        one.start()
    for one in makers:
        one.join()
    assert sorted(made) == ["/"] + ["/sign-in"] * 5
    with app.app_context(), reading() as database:
        assert len(store.list_users(database)) == 1
        assert len(store.list_teams(database)) == 1
