"""A home of a size that nobody has: 100,000 questions in banks of one's own, and as many answers."""

from pathlib import Path

from demo_home import build

_AREAS = (
    "python/typing", "sql-mysql/joins", "security-auth/injection", "api-design/webhooks", "java-jvm/exceptions",
    "testing-quality/tdd", "caching-performance/redis", "internet-http/dns", "concurrency-os/races",
    "linux-hosting/logs-disk",
)  # fmt: skip
_LEVELS = ("junior", "mid", "senior")


def banks(folder: Path, questions: int, each: int = 4_000) -> None:
    """Writes so many questions, in files of at most 4 MiB."""
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, questions, each):
        rows = [f"bank: large-{first}\ntitle: Large {first}\nquestions:"]
        rows += [
            f"  - id: large-{number}\n    kind: true_false\n    skill: {_AREAS[number % len(_AREAS)]}\n"
            f"    level: {_LEVELS[number % 3]}\n    judgement: true\n    truth: true\n"
            f"    why: Because it is so, {number} times.\n"
            f"    prompt: Is statement number {number} about partitions and consistency true?\n"
            for number in range(first, min(questions, first + each))
        ]
        (folder / f"large-{first}.yaml").write_text("\n".join(rows), "utf-8")


def make(home: Path, questions: int = 100_000, answers: int = 100_000) -> int:
    """Makes the home; returns how many answers are in it."""
    banks(home / "banks", questions)
    return build(home, days=365, a_day=round(answers / 365 / 0.85), seed=5)
