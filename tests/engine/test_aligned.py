"""A translation memory teaches the aligner words when a text is checked against its source."""

from dataclasses import replace

from tqa import check
from tqa.alignment import segments
from tqa.config.schema import Config


def test_memories_reach_the_aligner(tmp_path, monkeypatch):
    (tmp_path / "river.de.txt").write_text("Der Fluss führt Hochwasser.\n", encoding="utf-8")
    (tmp_path / "river.en.txt").write_text("The river is in flood.\n", encoding="utf-8")
    memory = tmp_path / "memory.tsv"
    memory.write_text("source\ttarget\nHochwasser\tflood\n", encoding="utf-8")
    seen = []
    align = segments.link_segments

    def noting(*texts, **settings):
        seen.extend(settings["memory"])
        return align(*texts, **settings)

    monkeypatch.setattr(segments, "link_segments", noting)
    result = check(
        tmp_path / "river.en.txt",
        source=tmp_path / "river.de.txt",
        align=True,
        source_lang="de",
        target_lang="en",
        config=replace(Config(), memories=(memory,)),
    )
    assert not result.problems
    assert seen == [("Hochwasser", "flood")]
