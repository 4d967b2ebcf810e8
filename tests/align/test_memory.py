"""Translation memories: what is read of TSV and TMX, and what a file may not do to us."""

import pytest

from tqa.alignment.memory import read_memory
from tqa.errors import ConfigError, ReadError

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="vi"
    datatype="plaintext"/>
  <body>
    <tu><tuv xml:lang="vi-VN"><seg>Cửa <bpt i="1">&lt;b&gt;</bpt>mở<ept i="1">&lt;/b&gt;</ept> rồi.</seg></tuv>
        <tuv xml:lang="EN_US"><seg>The door is <hi>open</hi>.</seg></tuv>
        <tuv xml:lang="de"><seg>Die Tür ist offen.</seg></tuv></tu>
    <tu><tuv xml:lang="vi"><seg>Chỉ tiếng Việt</seg></tuv></tu>
    <tu><tuv lang="en"><seg>Fish &amp; chips</seg></tuv><tuv lang="vi"><seg>Cá và khoai</seg></tuv></tu>
  </body>
</tmx>
"""


def write(folder, name, content):
    path = folder / name
    path.write_text(content, encoding="utf-8")
    return path


def test_tmx_gives_the_pairs_of_both_languages_without_codes(tmp_path):
    path = write(tmp_path, "a.tmx", TMX)
    assert read_memory([path], "vi", "en-GB") == [
        ("Cửa mở rồi.", "The door is open."),
        ("Cá và khoai", "Fish & chips"),
    ]
    assert read_memory([path], "en", "de") == [("The door is open.", "Die Tür ist offen.")]


def test_tsv_gives_source_and_target_by_its_header(tmp_path):
    path = write(tmp_path, "a.tsv", "id\tsource\ttarget\tdomain\n1\tmèo\tcat\tpets\n2\t\tdog\tpets\n")
    assert read_memory([path], "vi", "en") == [("mèo", "cat")]


def test_a_folder_stands_for_the_memories_in_it(tmp_path):
    (tmp_path / "deep").mkdir()
    write(tmp_path / "deep", "b.tmx", TMX)
    write(tmp_path, "a.tsv", "mèo\tcat\n")
    write(tmp_path, "notes.txt", "not a memory")
    assert [target for _, target in read_memory([tmp_path], "vi", "en")] == ["cat", "The door is open.", "Fish & chips"]


def test_entities_bring_in_no_other_file(tmp_path):
    secret = write(tmp_path, "secret.txt", "top secret")
    document = TMX.replace('SYSTEM "tmx14.dtd"', f'[<!ENTITY x SYSTEM "{secret.as_uri()}">]')
    path = write(tmp_path, "a.tmx", document.replace("Fish &amp; chips", "Fish &x; chips"))
    assert "secret" not in str(read_memory([path], "vi", "en"))


def test_entities_that_grow_are_not_expanded(tmp_path):
    grow = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))
    document = TMX.replace('SYSTEM "tmx14.dtd"', f'[<!ENTITY e0 "{"x" * 100}">{grow}]')
    path = write(tmp_path, "a.tmx", document.replace("Fish &amp; chips", "Fish &e8; chips"))
    try:
        assert sum(len(text) for pair in read_memory([path], "vi", "en") for text in pair) < 200
    except ReadError as error:
        assert error.file == str(path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.tmx", TMX[:-20], "not well-formed XML"),
        ("a.tmx", "", "not well-formed XML"),
        ("a.tsv", "source\ttarget\nmèo\n", "1 column where the header has 2"),
    ],
)
def test_broken_memories_are_named(tmp_path, name, content, message):
    path = write(tmp_path, name, content)
    with pytest.raises(ReadError, match=message) as caught:
        read_memory([path], "vi", "en")
    assert caught.value.file == str(path)


def test_what_is_not_there_or_no_memory(tmp_path):
    with pytest.raises(ReadError, match="no such file"):
        read_memory([tmp_path / "none.tmx"], "vi", "en")
    with pytest.raises(ReadError, match="no translation memory in this folder"):
        read_memory([tmp_path], "vi", "en")
    with pytest.raises(ConfigError, match="a memory is a"):
        read_memory([write(tmp_path, "a.docx", "x")], "vi", "en")
