"""How results and errors reach a person, and how they reach a script."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backprep.app.errors import BackprepError, BankError, DefectError, EditorError, Exit, ProgressError, UsageError
from backprep.app.reports import Welcome
from backprep.app.result import Result
from backprep.ui.present import present, present_error
from ui.samples import HOSTILE
from ui.unsafe import acts

ERRORS = [BackprepError, UsageError, BankError, ProgressError, EditorError, DefectError]


def test_the_envelope_of_a_success(capsys: pytest.CaptureFixture[str]) -> None:
    """``--json`` prints one object with exactly these keys, and nothing on standard error."""
    present(Result("bank list", Welcome(), {"banks": []}, as_json=True))
    out, err = capsys.readouterr()
    assert (json.loads(out), err) == ({"command": "bank list", "ok": True, "data": {"banks": []}, "errors": []}, "")
    assert list(json.loads(out)) == ["command", "ok", "data", "errors"]
    assert out.endswith("}\n")


def test_the_envelope_of_a_check_that_found_faults(capsys: pytest.CaptureFixture[str]) -> None:
    """A check with faults is not ok, and its faults are data; the same four keys."""
    result = Result(
        "bank check", None, {"faults": [1]}, as_json=True, ok=False, errors=[{"code": "x"}], exit=Exit.FAULTS
    )
    present(result)
    said = json.loads(capsys.readouterr().out)
    assert said == {"command": "bank check", "ok": False, "data": {"faults": [1]}, "errors": [{"code": "x"}]}


@pytest.mark.parametrize("kind", ERRORS)
def test_the_envelope_of_a_failure(kind: type[BackprepError], capsys: pytest.CaptureFixture[str]) -> None:
    """A failure is the same envelope on standard output: no data, and what went wrong, where, and how to mend it."""
    present_error(kind("it broke", "/a/file", "Mend it."), command="bank list", as_json=True)
    out, err = capsys.readouterr()
    said = json.loads(out)
    assert list(said) == ["command", "ok", "data", "errors"]
    assert (said["command"], said["ok"], said["data"], err) == ("bank list", False, None, "")
    assert said["errors"] == [{"code": kind.code, "what": "it broke", "where": "/a/file", "mend": "Mend it."}]


def test_a_failure_without_a_place_says_null(capsys: pytest.CaptureFixture[str]) -> None:
    """The keys of an error are always the same; what is not known is null."""
    present_error(UsageError("it broke"), command="quiz", as_json=True)
    (error,) = json.loads(capsys.readouterr().out)["errors"]
    assert error == {"code": "usage", "what": "it broke", "where": None, "mend": None}


def test_the_codes_and_exits_of_errors_are_a_contract() -> None:
    """Scripts tell errors apart by these words and numbers."""
    assert [(kind.code, int(kind.exit)) for kind in ERRORS] == [
        ("error", 1),
        ("usage", 2),
        ("bank", 3),
        ("progress", 4),
        ("editor", 2),
        ("defect", 70),
    ]
    assert (int(Exit.FINE), int(Exit.INTERRUPTED)) == (0, 130)


@pytest.mark.parametrize("kind", ERRORS)
def test_an_error_says_what_where_and_how_to_mend_it(
    kind: type[BackprepError], capsys: pytest.CaptureFixture[str]
) -> None:
    """A person reads one style of error, on standard error; standard output stays empty."""
    present_error(kind("it broke", "/a/file", "Mend it."), command="quiz", as_json=False)
    assert capsys.readouterr() == ("", "error: it broke\n  where: /a/file\n  mend:  Mend it.\n")


def test_an_error_leaves_out_what_it_does_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a place or a remedy there is no empty line for it."""
    present_error(UsageError("it broke"), command="quiz", as_json=False)
    assert capsys.readouterr() == ("", "error: it broke\n")


def test_a_long_error_is_not_broken(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A path can be copied out of an error: it stays on its line however narrow the terminal is."""
    monkeypatch.setenv("COLUMNS", "40")
    path = "/a/very/long/path/" * 10
    present_error(BankError("it broke", path), command="quiz", as_json=False)
    assert f"  where: {path}\n" in capsys.readouterr().err


def test_hostile_text_in_an_error_does_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """An error may quote a bank or a path of a stranger: it is shown, and does nothing."""
    present_error(BankError(HOSTILE, HOSTILE, HOSTILE), command="quiz", as_json=False)
    err = capsys.readouterr().err
    assert acts(err) == []
    assert err.count("[bold red]x[/] ␛]0;title␇") == 3


@settings(deadline=None)
@given(st.text())
def test_the_envelope_survives_any_text(text: str) -> None:
    """Whatever text is in the data, a script reads back the same, and a terminal that shows it is left alone."""
    from contextlib import redirect_stdout
    from io import StringIO

    out = StringIO()
    with redirect_stdout(out):
        present(Result("x", None, {"text": text}, as_json=True))
    assert json.loads(out.getvalue())["data"] == {"text": text}
    assert out.getvalue().isascii()
    assert acts(out.getvalue(), kept="\n\x7f") == []


def test_a_person_gets_a_drawing_and_no_envelope(capsys: pytest.CaptureFixture[str]) -> None:
    """Without ``--json`` the view is drawn."""
    present(Result("backprep", Welcome(), {"x": 1}))
    out = capsys.readouterr().out
    assert "backprep quiz" in out
    assert "{" not in out


def test_a_result_with_nothing_to_show_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A command may have nothing to say."""
    present(Result("x"))
    assert capsys.readouterr() == ("", "")
