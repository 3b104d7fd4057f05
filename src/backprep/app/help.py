"""Texts that explain one thing each."""

from dataclasses import dataclass

from backprep.app.find import one_of
from backprep.app.world import World


@dataclass(frozen=True, slots=True)
class TopicReport:
    """A text of Markdown, or without a topic what there is to read."""

    topics: tuple[str, ...]
    topic: str | None = None
    text: str | None = None


def topic_report(world: World, name: str | None) -> TopicReport:
    """The text on a topic. Raises ``UsageError`` with a suggestion for one that is none."""
    texts = world.help_texts()
    if name is None:
        return TopicReport(tuple(texts))
    topic = one_of(name, texts, "topic")
    return TopicReport(tuple(texts), topic, texts[topic])
