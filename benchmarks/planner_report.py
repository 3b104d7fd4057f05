"""What `make bench-planner` writes: what is judged, a plot, and a table of every scenario."""

from collections.abc import Sequence
from statistics import mean
from typing import Any

UPPER = ("true greedy", "true model")
"""What the upper bound is the best of, beside ours; a third of the learners stands behind these two."""


def report(cells: Sequence[dict[str, Any]], seeds: int) -> tuple[str, bool]:
    """The page, and whether all bounds are held."""
    rows = [_row(each) for each in cells]
    worst = min(rows, key=lambda row: row["lead"])
    week = [row["lead"] for row in rows if row["days"] == 7]
    short = [row["over90"] for row in rows if row["days"] <= 14]
    way = mean(row["ours"] - row["best"] for row in rows) / mean(row["upper"] - row["best"] for row in rows)
    bounds = [
        ("Against the best fixed retention of each scenario, the worst of all", worst["lead"], -0.01, worst["name"]),
    ]
    if week:
        bounds.append(("The same, mean of the scenarios of 7 days", mean(week), 0.06, f"at worst {min(week):+.1%}"))
    if short:
        bounds.append(("Above FSRS at 0.90, mean of the scenarios up to 14 days", mean(short), 0.15, ""))
    bounds.append(("Share of the way from the best fixed retention to the upper bound", way, 0.5, ""))
    lines = [
        "# How much the planner gains",
        "",
        "Written by `make bench-planner`, in one run, with fixed seeds. Learners are simulated by four truths about",
        "forgetting that the planner does not know; what counts is the share of the questions, by weight, that they",
        f"know on the day. {len(rows)} scenarios and truths, {seeds} learners each, the same minutes for every policy.",
        "The best fixed retention is chosen afterwards for each scenario, which nobody could do beforehand. The upper",
        "bound is the best of what policies reach that see the true state or the true model.",
        "",
        "| What | Found | Wanted | |",
        "|---|---:|---:|---|",
        *(f"| {what} | {value:+.1%} | {bound:+.0%} | {note} |" for what, value, bound, note in bounds),
        "",
        "## By truth and days",
        "",
        "Mean over the scenarios: FSRS at 0.90, the best fixed retention, ours, and the upper bound.",
        "",
        "```",
        *_plot(rows),
        "```",
        "",
        "## Every scenario",
        "",
        "Shares in per cent, with half of the 95 % interval of ours.",
        "",
        "| Truth | Scenario | 80 | 85 | 90 | 95 | random | in order | hardest | upper | **ours** | ± |",
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|",
        *(_table_row(each, row) for each, row in zip(cells, rows, strict=True)),
        "",
    ]
    return "\n".join(lines), all(value >= bound for _, value, bound, _ in bounds)


def _row(each: dict[str, Any]) -> dict[str, Any]:
    figures = each["mean"]
    best = max(share for policy, share in figures.items() if policy.startswith("FSRS"))
    return {
        "name": f"{each['truth']}: {each['scenario']}",
        "truth": each["truth"],
        "days": each["days"],
        "ours": figures["ours"],
        "best": best,
        "ninety": figures["FSRS 90"],
        "upper": max(figures.get(policy, 0.0) for policy in ("ours", *UPPER)),
        "lead": figures["ours"] / best - 1,
        "over90": figures["ours"] / figures["FSRS 90"] - 1,
    }


def _plot(rows: Sequence[dict[str, Any]]) -> list[str]:
    width, lines = 50, []
    for truth in dict.fromkeys(row["truth"] for row in rows):
        for days in sorted({row["days"] for row in rows}):
            here = [row for row in rows if row["truth"] == truth and row["days"] == days]
            if not here:
                continue
            bar = [" "] * (width + 1)
            marks = {"upper": "|", "ninety": "9", "best": "b", "ours": "O"}
            for key, mark in marks.items():
                bar[round(width * mean(row[key] for row in here))] = mark
            ours = mean(row["ours"] for row in here)
            lines.append(f"{truth:<13} {days:>3} days  {''.join(bar)}  {ours:.0%}")
    lines += ["", "9 FSRS at 0.90   b best fixed retention   O ours   | upper bound   (from 0 to 100 per cent)"]
    return [line.rstrip() for line in lines]


def _table_row(each: dict[str, Any], row: dict[str, Any]) -> str:
    figures = each["mean"]
    names = [*(f"FSRS {retention}" for retention in (80, 85, 90, 95)), "random", "in order", "hardest"]
    shares = " | ".join(f"{figures[name] * 100:.1f}" for name in names)
    ours = f"**{row['ours'] * 100:.1f}** | {each['interval']['ours'] * 100:.1f}"
    return f"| {each['truth']} | {each['scenario']} | {shares} | {row['upper'] * 100:.1f} | {ours} |"
