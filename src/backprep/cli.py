"""The command line: the list of commands, the one place where errors become words, and the exit codes."""

import contextlib
import gc
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from backprep import __version__
from backprep.app.errors import BackprepError, Exit
from backprep.app.result import Result
from backprep.commands import (
    ask_them,
    bank,
    bank_run,
    cards,
    config,
    find,
    help_topic,
    mock,
    own,
    plan,
    progress,
    quiz,
    role,
    show,
    skills,
    stats,
    story,
    target,
    tune,
    undo,
)

if TYPE_CHECKING:
    from backprep.app.world import World

_GROUPS = ("bank", "progress", "config", "mock", "story", "target")
STUDY, LOOK, QUESTIONS, BANKS = "Study", "Look things up", "Single questions", "Banks"


class Commands(TyperGroup):
    """Shows the commands under what people want to do. Plain text: Rich's help would load a parser of Markdown."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The commands in sections, as they were registered."""
        sections: dict[str, list[tuple[str, str]]] = {}
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None:
                title = getattr(command, "rich_help_panel", None)
                title = title if isinstance(title, str) else "Commands"
                sections.setdefault(title, []).append((name, command.get_short_help_str(300)))
        for title, rows in sections.items():
            with formatter.section(title):
                formatter.write_dl(rows)


def application(only: str | None = None) -> typer.Typer:
    """The whole command line; of which only one command or group, where ``only`` names one, and none of them where it
    is empty: making what nobody asked for takes Typer as long as the rest of the start.
    """
    app = typer.Typer(
        name="backprep",
        cls=Commands,
        rich_markup_mode=None,
        help="Get ready for a back-end developer interview, in your terminal, offline.",
        no_args_is_help=False,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback(invoke_without_command=True, epilog=_example("backprep quiz"))(_main)
    app.command("quiz", rich_help_panel=STUDY, epilog=_example(quiz.EXAMPLE))(quiz.quiz)
    app.command("cards", rich_help_panel=STUDY, epilog=_example(cards.EXAMPLE))(cards.cards)
    aims = _group("Say when your interview is, and study for that day.")
    aims.command("set", epilog=_example(target.EXAMPLES["set"]))(target.choose)
    aims.command("show", epilog=_example(target.EXAMPLES["show"]))(target.show)
    aims.command("close", epilog=_example(target.EXAMPLES["close"]))(target.close)
    aims.command("clear", epilog=_example(target.EXAMPLES["clear"]))(target.clear)
    app.add_typer(aims, name="target", rich_help_panel=STUDY)
    app.command("plan", rich_help_panel=STUDY, epilog=_example(plan.EXAMPLE))(plan.plan)
    mocks = typer.Typer(cls=Commands, rich_markup_mode=None)
    mocks.callback(invoke_without_command=True, epilog=_example(mock.EXAMPLE))(mock.mock)
    mocks.command("list", epilog=_example(mock.EXAMPLES["list"]))(mock.list_mocks)
    mocks.command("show", epilog=_example(mock.EXAMPLES["show"]))(mock.show)
    mocks.command("delete", epilog=_example(mock.EXAMPLES["delete"]))(mock.delete)
    app.add_typer(mocks, name="mock", rich_help_panel=STUDY)
    told = _group("Write, keep and rehearse your own stories for behavioural questions.")
    told.command("new", epilog=_example(story.EXAMPLES["new"]))(story.new)
    told.command("list", epilog=_example(story.EXAMPLES["list"]))(story.list_stories)
    told.command("show", epilog=_example(story.EXAMPLES["show"]))(story.show)
    told.command("edit", epilog=_example(story.EXAMPLES["edit"]))(story.edit)
    told.command("rehearse", epilog=_example(story.EXAMPLES["rehearse"]))(story.rehearse)
    told.command("coverage", epilog=_example(story.EXAMPLES["coverage"]))(story.coverage)
    told.command("export", epilog=_example(story.EXAMPLES["export"]))(story.export)
    told.command("delete", epilog=_example(story.EXAMPLES["delete"]))(story.delete)
    app.add_typer(told, name="story", rich_help_panel=STUDY)
    app.command("ask-them", rich_help_panel=LOOK, epilog=_example(ask_them.EXAMPLE))(ask_them.ask_them)
    app.command("skills", rich_help_panel=LOOK, epilog=_example(skills.EXAMPLE))(skills.skills)
    app.command("find", rich_help_panel=LOOK, epilog=_example(find.EXAMPLE))(find.find)
    app.command("show", rich_help_panel=LOOK, epilog=_example(show.EXAMPLE))(show.show)
    app.command("help", rich_help_panel=LOOK, epilog=_example(help_topic.EXAMPLES["help"]))(help_topic.help_topic)
    app.command("completion", rich_help_panel=LOOK, epilog=_example(help_topic.EXAMPLES["completion"]))(
        help_topic.completion
    )
    app.command("note", rich_help_panel=QUESTIONS, epilog=_example(own.EXAMPLES["note"]))(own.note)
    app.command("edit", rich_help_panel=QUESTIONS, epilog=_example(own.EXAMPLES["edit"]))(own.edit)
    app.command("suspend", rich_help_panel=QUESTIONS, epilog=_example(own.EXAMPLES["suspend"]))(own.suspend)
    app.command("unsuspend", rich_help_panel=QUESTIONS, epilog=_example(own.EXAMPLES["unsuspend"]))(own.unsuspend)
    app.command("flag", rich_help_panel=QUESTIONS, epilog=_example(own.EXAMPLES["flag"]))(own.flag)
    app.command("role", rich_help_panel=LOOK, epilog=_example(role.EXAMPLE))(role.role)
    app.command("stats", rich_help_panel=LOOK, epilog=_example(stats.EXAMPLE))(stats.stats)
    app.command("tune", rich_help_panel=STUDY, epilog=_example(tune.EXAMPLE))(tune.tune)
    app.command("undo", rich_help_panel=STUDY, epilog=_example(undo.EXAMPLE))(undo.undo)
    answers = _group("Keep and carry your answers.")
    answers.command("path", epilog=_example(progress.EXAMPLES["path"]))(progress.path)
    answers.command("export", epilog=_example(progress.EXAMPLES["export"]))(progress.export)
    answers.command("import", epilog=_example(progress.EXAMPLES["import"]))(progress.import_log)
    answers.command("backup", epilog=_example(progress.EXAMPLES["backup"]))(progress.backup)
    answers.command("doctor", epilog=_example(progress.EXAMPLES["doctor"]))(progress.doctor)
    answers.command("restore", epilog=_example(progress.EXAMPLES["restore"]))(progress.restore)
    answers.command("rebuild", epilog=_example(progress.EXAMPLES["rebuild"]))(progress.rebuild)
    answers.command("orphans", epilog=_example(progress.EXAMPLES["orphans"]))(progress.orphans)
    answers.command("changed", epilog=_example(progress.EXAMPLES["changed"]))(progress.changed)
    answers.command("reset", epilog=_example(progress.EXAMPLES["reset"]))(progress.reset)
    app.add_typer(answers, name="progress", rich_help_panel=LOOK)
    chosen = _group("See and set how much you study, and when.")
    chosen.command("list", epilog=_example(config.EXAMPLES["list"]))(config.show)
    chosen.command("get", epilog=_example(config.EXAMPLES["get"]))(config.get)
    chosen.command("set", epilog=_example(config.EXAMPLES["set"]))(config.choose)
    chosen.command("reset", epilog=_example(config.EXAMPLES["reset"]))(config.reset)
    chosen.command("edit", epilog=_example(config.EXAMPLES["edit"]))(config.edit)
    app.add_typer(chosen, name="config", rich_help_panel=STUDY)
    banks = _group("See, check and describe banks of questions.")
    banks.command("list", epilog=_example(bank.EXAMPLES["list"]))(bank.list_banks)
    banks.command("show", epilog=_example(bank.EXAMPLES["show"]))(bank.show)
    banks.command("check", epilog=_example(bank.EXAMPLES["check"]))(bank.check)
    banks.command("lint", epilog=_example(bank.EXAMPLES["lint"]))(bank.lint)
    banks.command("run", epilog=_example(bank_run.EXAMPLE))(bank_run.run)
    banks.command("schema", epilog=_example(bank.EXAMPLES["schema"]))(bank.schema)
    app.add_typer(banks, name="bank", rich_help_panel=BANKS)
    names = {each.name for each in app.registered_commands} | {each.name for each in app.registered_groups}
    if only in names | {""}:
        app.registered_commands = [each for each in app.registered_commands if each.name == only]
        app.registered_groups = [each for each in app.registered_groups if each.name == only]
    return app


def _group(purpose: str) -> typer.Typer:
    return typer.Typer(cls=Commands, rich_markup_mode=None, help=purpose, no_args_is_help=True)


def _example(words: str) -> str:
    return f"Example: {words}"


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"backprep {__version__}\n")
        raise typer.Exit


def _main(
    ctx: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", callback=_version, is_eager=True)
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines of text alone: no boxes, nothing drawn over. For screen readers.")
    ] = False,
) -> Result | None:
    """Get ready for a back-end developer interview, in your terminal, offline."""
    if plain:
        import os

        os.environ["BACKPREP_PLAIN"] = "1"
    if ctx.invoked_subcommand is not None:
        return None
    from backprep.app.home import home_report, welcome_report

    return Result("backprep", home_report(ctx.obj) or welcome_report(ctx.obj))


def main(arguments: Sequence[str] | None = None, world: "World | None" = None) -> int:
    """Runs a command line and returns the exit code. No exception gets out that a person could have caused."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    # A short life with many small values that all stay: looking for rubbish every 700 of them finds none.
    gc.set_threshold(50_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a sign that the encoding lacks is no reason to stop
    try:
        return _run(words, world)
    except (KeyboardInterrupt, typer.Abort):
        sys.stderr.write("\nStopped.\n")
        return Exit.INTERRUPTED
    except BrokenPipeError:
        import os

        # Whoever read our output has had enough. Nothing more can be said, not even by the interpreter at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE
    except Exception as error:
        import os

        if os.environ.get("BACKPREP_DEBUG"):
            raise
        return _fail(words, _as_defect(error))


def _as_defect(error: Exception) -> BackprepError:
    from backprep.app.errors import DefectError

    return DefectError(
        f"a defect in backprep: {type(error).__name__}: {error}",
        mend="What you answered is kept. Please report it with what BACKPREP_DEBUG=1 shows.",
    )


def _run(words: list[str], world: "World | None") -> int:
    import os

    if "_BACKPREP_COMPLETE" in os.environ:  # the shell asks what a word could become
        from importlib import import_module

        import_module("typer.completion").completion_init()
    with contextlib.ExitStack() as at_the_end:
        if world is None:
            from backprep.wiring import RealWorld

            world = RealWorld()
            at_the_end.callback(world.close)
        return _present(words, world)


def _present(words: list[str], world: "World") -> int:
    from typer.exceptions import TyperException
    from typer.main import get_command

    from backprep.commands.values import simply

    try:
        command = get_command(application(only="" if words[:1] == ["--version"] else _command_in(words)))
        simply(command)
        result: Any = command(words, prog_name="backprep", standalone_mode=False, obj=world)
        if not isinstance(result, Result):  # --help and --version have said it all
            return int(result or 0)
        from backprep.ui.present import present

        present(result, lambda: _theme(world))
        return result.exit
    except BackprepError as error:
        return _fail(words, error)
    except TyperException as error:
        return _fail(words, _as_usage_error(error))


def _theme(world: "World") -> str:
    from backprep.app.settings import theme

    return theme(world)


def _as_usage_error(error: Any) -> BackprepError:
    from backprep.app.errors import UsageError

    ctx = getattr(error, "ctx", None)
    where = ctx.command_path if ctx else "backprep"
    group = getattr(ctx, "command", None)
    if isinstance(group, TyperGroup) and type(error).__name__ == "NoArgsIsHelpError":
        return UsageError(f"{where} needs one of: {', '.join(group.commands)}", mend=f"See: {where} --help")
    return UsageError(error.format_message().rstrip("."), mend=f"See: {where} --help")


def _fail(words: list[str], error: BackprepError) -> int:
    from backprep.ui.present import present_error

    present_error(error, command=_command_in(words), as_json="--json" in words)
    return error.exit


def _command_in(words: list[str]) -> str:
    """The command as far as the words name one: what the envelope of a failure is labelled with."""
    names = [word for word in words if not word.startswith("-")]
    return " ".join(names[: 2 if names[:1] and names[0] in _GROUPS else 1]) or "backprep"
