"""The public functions: what the command line does, in Python."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tqa import __version__
from tqa.config.schema import Config, FileSettings
from tqa.config.selection import select_rules, split
from tqa.engine.input import expand, segments
from tqa.engine.plan import Job, make_jobs
from tqa.engine.result import Recognised, Result, Run
from tqa.engine.run import run_jobs
from tqa.errors import ConfigError, ReadError
from tqa.language.tags import UNDETERMINED, parse_tag
from tqa.model import Problem, Segment
from tqa.readers.reader import Settings, tag_or
from tqa.readers.source import Input
from tqa.resources.kept import refresh
from tqa.rule import Rule
from tqa.triage.baseline import read_baseline

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from tqa.alignment.output import Aligned
    from tqa.scores.reference import Score

Inputs = str | Path | Iterable[str | Path] | Iterable[Segment]


def check(
    inputs: Inputs,
    *,
    source: str | Path | None = None,
    align: bool = False,
    source_lang: str | None = None,
    target_lang: str | None = None,
    format: str | None = None,  # noqa: A002  the command line's name for it
    encoding: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    preview: bool = False,
    config: Config | None = None,
    only: Callable[[Segment], bool] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Result:
    """Check files, folders or segments and return all that was found.

    inputs: a path, paths, or `Segment` values of your own. source: the file that the one input is a translation of;
    align: align the two first. source_lang, target_lang: BCP 47 tags. format, encoding: of the files, where they can't
    be told. select, ignore: rule ids, folder names of rules, globs or "ALL". preview: run preview rules too. config:
    further settings (see `tqa.config.load.load_config`); arguments given here win. only: says of a segment whether its
    issues are wanted; the others are only compared with. progress: called with the number of segments done since the
    last call.

    What can't be read is in the result's `problems`. Raises `ConfigError` for settings that don't hold.
    """
    config = config or Config()
    rules = select_rules(select or config.select, [*ignore, *config.ignore], preview or config.preview)
    jobs = make_jobs(rules, config.severity, {rule.id: config.options_of(rule.id, rule.options) for rule in rules})
    refresh(chain(config.termbases, config.memories, *map(_files_of, jobs)))
    _insist({*split(select or config.select)}, rules, jobs)
    run = Run(
        version=__version__,
        rules=tuple(rule.id for rule in rules),
        source_lang=parse_tag(source_lang or config.source_lang or UNDETERMINED),
        target_lang=parse_tag(target_lang or config.target_lang or UNDETERMINED),
        preview=preview or config.preview,
        config=None if config.path is None else _named(config.path),
        baseline=None if config.baseline is None else _named(config.baseline),
    )
    given = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    own = [item for item in given if isinstance(item, Segment)]
    paths = [str(item) for item in given if not isinstance(item, Segment)]
    items: Iterable[Segment | Problem] = own
    recognised: list[Recognised] = []
    if paths:
        loaded = load(
            paths,
            source=source,
            align=align,
            source_lang=source_lang,
            target_lang=target_lang,
            format=format,
            encoding=encoding,
            config=config,
        )
        items, recognised = loaded.items, loaded.recognised
    known = {} if config.baseline is None else read_baseline(config.baseline)
    items = chain(_termbase_problems(config.termbases), items)
    result = run_jobs(items, jobs, run, known=known, suppressions=config.suppress, only=only, progress=progress)
    return replace(result, recognised=tuple(recognised))


def _files_of(job: Job) -> Iterator[Path]:
    """The files that a rule is given."""
    for value in (*job.check_options.values(), *job.gather_options.values()):
        if isinstance(value, tuple):
            yield from (path for path in value if isinstance(path, Path))


def _insist(named: set[str], rules: Iterable[Rule], jobs: Iterable[Job]) -> None:
    """Raise `ConfigError` for a rule that was asked for by name, but can't run without what nobody gave."""
    ready = {job.rule.id for job in jobs}
    for rule in rules:
        if rule.id in named and rule.id not in ready:
            how = {"termbases": "a termbase (--termbase FILE)", "memories": "a translation memory (--memory FILE)"}
            raise ConfigError(f"the rule '{rule.id}' needs {how.get(rule.needs, f'its option {rule.needs}')}")


def _termbase_problems(paths: Iterable[Path]) -> Iterator[Problem]:
    """What is wrong in the termbases, which the rules pass over."""
    for path in paths:
        from tqa.resources.termbase.load import load_termbase

        yield from load_termbase(path).problems


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is to be checked, as it is read, the settings of each file, and the languages told from texts so far."""

    items: Iterator[Segment | Problem]
    settings: Callable[[Input], Settings]
    recognised: list[Recognised]


def load(
    paths: Sequence[str | Input],
    *,
    source: str | Path | None = None,
    align: bool = False,
    source_lang: str | None = None,
    target_lang: str | None = None,
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
    config: Config | None = None,
) -> Loaded:
    """Read files, folders and inputs whose content is at hand for `check`, whose other arguments these are.

    Raises `ConfigError` for settings that don't hold.
    """
    config = config or Config()
    settings = _Settings(config, Settings(source_lang or "", target_lang or "", format, encoding))
    found = expand([path for path in paths if isinstance(path, str)], config.exclude, config.folder)
    found += [path for path in paths if isinstance(path, Input)]
    original = None if source is None else Input.of(str(source))
    recognised: list[Recognised] = []
    items = segments(found, settings, source=original, align=align, memories=config.memories, recognised=recognised)
    return Loaded(items, settings, recognised)


def _named(path: Path) -> str:
    """A path as a reader of the report knows it: from the working folder where it is in there."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.name


def _is_for(settings: FileSettings, pattern: "GitIgnoreSpec | None", name: str) -> bool:
    if pattern is not None:
        return pattern.match_file(name)
    return settings.pair is not None and settings.pair.match(name) is not None


def _from_here(path: Path) -> Path:
    """A path as short as the user would write it."""
    return Path(_named(path)) if path.absolute().is_relative_to(Path.cwd()) else path


def _spec(pattern: str) -> "GitIgnoreSpec":
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])


class _Settings:
    """The settings of each file: what the caller says, then the config's last matching pattern, then its own."""

    def __init__(self, config: Config, given: Settings) -> None:
        self._config = config
        self._given = given
        self._patterns = [(None if entry.pair is not None else _spec(entry.pattern), entry) for entry in config.files]

    def __call__(self, entry: Input) -> Settings:
        config, given = self._config, self._given
        source_lang, target_lang, kind, encoding = config.source_lang, config.target_lang, None, None
        source = None
        name = self._relative(entry)
        for pattern, settings in self._patterns:
            if name is None or not _is_for(settings, pattern, name):
                continue
            if settings.pair is not None and (pair := settings.pair.match(name)) is not None:
                source = str(_from_here(config.folder / pair[0]))
                target_lang = tag_or(pair[1], target_lang or UNDETERMINED)
            source_lang = settings.source_lang or source_lang
            target_lang = settings.target_lang or target_lang
            kind = settings.format or kind
            encoding = settings.encoding or encoding
        stated = given.source_lang or source_lang, given.target_lang or target_lang
        languages = [parse_tag(lang) if lang else None for lang in stated]
        return replace(
            given,
            source_lang=languages[0] or UNDETERMINED,
            target_lang=languages[1] or UNDETERMINED,
            recognise=UNDETERMINED not in languages,  # who says `und` means it
            format=given.format or kind,
            encoding=given.encoding or encoding,
            source=source,
        )

    def _relative(self, entry: Input) -> str | None:
        """The file's path from the configuration's folder, None where it isn't in there."""
        if entry.path is None:
            return None
        try:
            return entry.path.absolute().relative_to(self._config.folder.absolute()).as_posix()
        except ValueError:
            return None


def read(
    path: str | Path,
    *,
    source_lang: str = UNDETERMINED,
    target_lang: str = UNDETERMINED,
    format: str | None = None,  # noqa: A002
) -> Iterator[Segment]:
    """Yield the segments of a file. Raises `ReadError` for what can't be read, when it gets there."""
    settings = Settings(parse_tag(source_lang), parse_tag(target_lang), format)
    for item in segments(expand([str(path)]), settings):
        if isinstance(item, Problem):
            raise ReadError(item.message, item.file or str(path), item.line)
        yield item


def align(
    source: str | Path,
    target: str | Path | None = None,
    *,
    source_lang: str,
    target_lang: str,
    memory: Sequence[str | Path] = (),
    termbase: Sequence[str | Path] = (),
    segment: str = "line",
    format: str | None = None,  # noqa: A002
    encoding: str | None = None,
) -> "list[Aligned]":
    """Align two files, or with no `target` the lines of one mixed page.

    source_lang, target_lang: BCP 47 tags. memory: files of texts and their translations (TSV, TMX), or folders of them,
    which teach words; termbase: termbases, which do too. segment: "line" (in a format that has more structure a
    paragraph, a heading or a cue), "sentence" or "paragraph", what is aligned; of a mixed page only lines are. format,
    encoding: of the files, where they can't be told.

    Returns the links in the order of the text, and lines without a counterpart among them; of a mixed page those that
    have a source line. Raises `ReadError` for what can't be read, and `AlignError` for two texts that don't look like
    each other's translations.
    """
    from tqa.alignment.inputs import read_document
    from tqa.alignment.memory import read_memory, read_terms
    from tqa.alignment.rows import document_rows, page_rows

    languages = parse_tag(source_lang), parse_tag(target_lang)
    if target is None and segment != "line":
        raise ConfigError(f"a page of both languages is aligned by lines; leave out --segment {segment}")
    first = replace(Input.of(str(source)), encoding=encoding)
    document = read_document(first, languages[0], segment, format)
    taught = [*read_memory(memory, *languages), *read_terms(termbase, *languages)]
    if target is None:
        return page_rows(document, *languages, taught)
    other = read_document(replace(Input.of(str(target)), encoding=encoding), languages[1], segment, format)
    return document_rows(document, other, *languages, taught)


def score(
    hypothesis: str | Path,
    references: Sequence[str | Path],
    *,
    source: str | Path | None = None,
    target_lang: str = UNDETERMINED,
    metrics: Sequence[str] = ("bleu", "chrf", "ter"),
) -> "list[Score]":
    """Score the file `hypothesis` against reference files of as many segments, with sacrebleu.

    source: the source, only held against the number of segments. Raises `ConfigError` where the counts differ.
    """
    from tqa.scores.reference import score_texts
    from tqa.scores.texts import matched, read_side

    translation = read_side(hypothesis)
    if source is not None:
        matched(read_side(source), translation)
    others = [matched(read_side(reference), translation) for reference in references]
    return score_texts(translation.texts, others, target_lang, metrics)
