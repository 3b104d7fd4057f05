"""Saved reports on interviews: one file each that holds everything, fetches nothing, and shows texts literally."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import html5lib
import pytest

from backprep.app.mock.transcript import facts
from backprep.exchange.mock_html import page
from backprep.exchange.mock_markdown import text
from backprep.ui.picture import picture
from mocks import GIVEN, LAST, SKIPPED, TYPED, report

EVIL = '<script>alert(1)</script> <img src="https://evil.example/x"> &amp; **bold** `code` [a](https://x.example) | # '


def parsed(made: str) -> ElementTree.Element:
    """The page, parsed without any tolerance."""
    root: ElementTree.Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(made)
    return root


def words_of(root: ElementTree.Element) -> str:
    """What can be read on a page."""
    return " ".join("".join(root.itertext()).split())


def test_the_page_is_strictly_html_and_holds_everything() -> None:
    """Figures, bands, areas, what to do next, and every word that was said."""
    root = parsed(page(report()))
    shown = words_of(root)
    for wanted in (
        "Mock interview 3",
        "45 minutes",
        "Python",
        "What is the GIL?",
        "What is likely to break.",
        "Nothing trivial.",
        "Getters.",
        "One thread runs at a time",
        "It is released around input and output",
        "backprep quiz --area api-design",
        "53%",
        "mixed",
        "3 of 3 questions, 1 skipped.",
        "nothing was said",
        "Why me?",
    ):
        assert wanted in shown, wanted
    assert root.get("lang") == "en"


def test_the_page_fetches_nothing() -> None:
    """No address, no script, no frame, nothing that loads; and a policy that would forbid it."""
    made = page(report())
    root = parsed(made)
    assert not re.search(r"\b(?:src=|href=|url\(|@import|https?:)", made)
    assert {each.tag for each in root.iter()}.isdisjoint({"script", "link", "img", "iframe", "object", "embed", "base"})
    policies = [each.get("content") for each in root.iter("meta") if each.get("http-equiv")]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_every_plot_is_told_in_words() -> None:
    """Each picture has a title with its figure, and each curve all its figures."""
    root = parsed(page(report()))
    plots = [each for each in root.iter() if str(each.tag).endswith("svg")]
    assert len(plots) == 4 + 3 + 4
    for plot in plots:
        assert plot.get("role") == "img"
        title = next(each for each in plot if str(each.tag).endswith("title"))
        assert title.text
    curves = [each for plot in plots for each in plot if str(each.tag).endswith("desc")]
    assert curves[0].text == "From the first interview to this one: 30%, 50%, 53%"


def test_what_was_typed_is_shown_and_does_nothing() -> None:
    """Marks of HTML and of Markdown in an answer are letters."""
    hostile = replace(
        TYPED, text=EVIL, prompt=EVIL, covered=(EVIL,), follow_ups=(replace(TYPED.follow_ups[0], ask=EVIL, text=EVIL),)
    )
    root = parsed(page(report(hostile)))
    assert words_of(root).count("<script>alert(1)</script>") == 5
    assert not list(root.iter("img"))
    made = text(report(hostile))
    assert "<script>" not in made
    assert r"\<script\>" in made
    assert "**bold**" not in made


def test_the_first_interview_has_no_trend() -> None:
    """There is nothing to compare it with."""
    assert "Interviews so far" not in page(report(earlier=()))
    assert "Interviews so far" not in text(report(earlier=()))
    assert "Interviews so far" in text(report())


def test_an_interview_without_figures_is_still_a_report() -> None:
    """All that was said was skipped."""
    shown = words_of(parsed(page(report(SKIPPED))))
    assert "no figure" in shown
    assert "no figure" in text(report(SKIPPED))


def test_the_markdown_holds_everything() -> None:
    """The same facts as the page."""
    made = text(report())
    for wanted in (
        "# Mock interview 3",
        "| content | 53% | mixed |",
        "- APIs: 0% (1 question)",
        "### Process and testing: What do you test?",
        "> What is likely to break.",
        "- Missed: It is released around input and output",
        "- Follow-up: And with C code? (partly: some of it)",
        "- Follow-up: And in 3.14? (not judged)",
        "  - You: Nothing trivial.",
        "`backprep show queue`",
        "Strongest answer: What do you test?",
    ):
        assert wanted in made, wanted


@pytest.mark.parametrize(
    ("line", "shown"),
    [("1. one", r"> \1. one"), ("- one", r"> \- one"), ("+ a", r"> \+ a"), ("a\n\nb", "> a\n> \n> b")],
)
def test_lines_of_an_answer_are_no_lists(line: str, shown: str) -> None:
    """A line that begins like a list is a line."""
    assert f"\n{shown}\n" in text(report(replace(TYPED, text=line)))


def test_facts_about_an_answer() -> None:
    """Times, judgements with their sentences, confidence; nothing about a skipped one."""
    found = dict(facts(GIVEN))
    assert found["Content"] == "60%"
    assert found["Time"] == "1:35 of 1:30, after 0:09 of thinking; spoken"
    assert found["Structure"].startswith("3 of 4: A point first")
    assert found["Confidence"] == "3 of 4"
    assert dict(facts(SKIPPED)) == {"Skipped": "nothing was said"}
    assert dict(facts(LAST)) == {"Time": "0:00 of 4:00, after 0:00 of thinking; 2 words typed"}


def test_the_picture_is_one_file() -> None:
    """The scorecard as SVG, well formed, without an address but those of its own language."""
    made = picture(report())
    root = ElementTree.fromstring(made)
    shown = "".join(root.itertext()).replace("\xa0", " ")
    for wanted in (
        "Interview 3",
        "53%",
        "What is the GIL?",
        "What is likely to break.",
        "Nothing trivial.",
        "1:35 of 1:30",
    ):
        assert wanted in shown
    assert set(re.findall(r"https?://[^\"' )]*", made)) == {"http://www.w3.org/2000/svg"}


@pytest.mark.skipif(
    not (shutil.which("chromium") or shutil.which("chromium-browser")), reason="Chromium is not installed"
)
def test_a_browser_draws_the_page(tmp_path: Path) -> None:
    """Headless Chromium shows what the page says, and a screen of it is not blank."""
    file = tmp_path / "mock.html"
    file.write_text(page(report()), "utf-8")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or ""
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    shot = tmp_path / "shot.png"
    done = subprocess.run(
        [chromium, *options, "--window-size=900,1400", f"--screenshot={shot}", "--dump-dom", file.as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert shot.stat().st_size > 20_000
    assert "What is likely to break." in done.stdout
