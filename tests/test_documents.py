"""Files in, documents out: every form that is read, and every one that is refused with one line."""

import datetime as dt
import io
import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facttrack import documents
from facttrack.documents import find_published, read_documents
from facttrack.errors import InputError, RepeatedTextError

TEXT = "Kyiv said 137 people had died. “Heroes”, he said."


def read(*paths):
    """Documents and error messages."""
    errors = []
    return list(read_documents(paths, on_error=errors.append)), [str(error) for error in errors]


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name, content):
    data = content if isinstance(content, bytes) else content.encode()
    with open(name, "wb") as file:
        file.write(data)
    return name


def stdin(monkeypatch, data):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


# --- text files ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding):
    [document], errors = read(write("a.txt", TEXT.encode(encoding)))
    assert (document.text, errors) == (TEXT, [])


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1251", "Министерство обороны сообщило, что 498 военнослужащих погибли и 1597 получили ранения."),
        ("koi8_r", "Министерство обороны сообщило, что 498 военнослужащих погибли и 1597 получили ранения."),
        ("gb18030", "国防部星期三表示,自战争开始以来已有498名士兵死亡,1597人受伤。总统办公室没有公布任何伤亡数字。"),
        ("cp1252", "It’s said that 12 people died."),
        ("latin-1", "José said that 12 people died."),
    ],
)
def test_older_encodings_are_detected(encoding, text):
    [document], errors = read(write("a.txt", text.encode(encoding)))
    assert (document.text, errors) == (text, [])


def test_utf_8_with_a_broken_byte_is_read_and_reported():
    [document], [error] = read(write("a.txt", TEXT.encode() + "“Да”".encode() + b"\xff"))
    assert document.text == TEXT + "“Да”\ufffd"
    assert error.startswith("a.txt: damaged UTF-8 at byte ")


def test_line_ends_are_kept_so_that_offsets_hold():
    [document], _ = read(write("a.txt", b"One.\r\n\r\n12 dead.\r\n"))
    assert document.text == "One.\r\n\r\n12 dead.\r\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_header_block(end, mark):
    header = [
        "Title: Kyiv: counts its dead ",
        "OUTLET:The Dispatch",
        "published: Feb. 25, 2022",
        "url: x:y",
        "",
        "",
        TEXT,
    ]
    [document], errors = read(write("a.txt", mark + end.join(header)))
    assert (document.title, document.outlet, document.url) == ("Kyiv: counts its dead", "The Dispatch", "x:y")
    assert (document.published, document.published_from) == (dt.date(2022, 2, 25), "metadata")
    assert (document.text, errors) == (TEXT, [])


@pytest.mark.parametrize(
    "text", ["Title: no blank line follows\nso this is text", "New Delhi: 5 dead\n\nMore.", "\ntitle: x\n\ny"]
)
def test_what_only_looks_like_a_header_is_text(text):
    [document], _ = read(write("a.txt", text))
    assert (document.text, document.title) == (text, None)


def test_a_bad_date_is_reported_and_the_article_is_read():
    [document], errors = read(write("a.txt", f"title: x\npublished: last Friday\n\n{TEXT}"))
    assert (document.text, document.published, document.published_from) == (TEXT, None, None)
    assert errors == ["a.txt, line 2: published is no date: 'last Friday'; write it as 2022-02-25"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "a.txt: empty; delete it, or write the article into it"),
        (b" \r\n\t", "a.txt: empty; delete it, or write the article into it"),
        (b"title: x\n\n", "a.txt: empty; delete it, or write the article into it"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "a.txt: not text but binary; save the article as plain text in UTF-8"),
        (b"%PDF-1.7\n", "a.txt: not text but binary; save the article as plain text in UTF-8"),
        (b"\xff\xfea", "a.txt: damaged UTF-16; save it as UTF-8"),
    ],
)
def test_a_file_that_is_no_article(content, message):
    assert read(write("a.txt", content)) == ([], [message])


def test_a_huge_file_is_refused(monkeypatch):
    monkeypatch.setattr(documents, "MAX_BYTES", 1024**2)
    write("a.txt", b"x" * (1024**2 + 1))
    assert read("a.txt") == ([], ["a.txt: larger than 1 MB; split it into articles, or write it as JSON Lines"])


def test_missing_and_forbidden_things():
    write("b.txt", TEXT)
    found, errors = read("no.txt", "b.txt", "b.txt/c.txt", "claims.csv")
    assert [document.name for document in found] == ["b.txt"]
    assert errors[0] == "no.txt: no such file or folder; check the path"
    assert errors[1] == "b.txt/c.txt: not a directory; check the path"
    assert errors[2].startswith("claims.csv: a table, not an article; ")


def test_without_a_handler_the_first_error_is_raised():
    with pytest.raises(InputError, match=r"no\.txt: no such file or folder"):
        list(read_documents("no.txt"))


# --- folders -------------------------------------------------------------------------------------------------------


def test_a_folder_is_read_at_any_depth_in_order(folder):
    (folder / "in/b").mkdir(parents=True)
    (folder / "in/.hidden").mkdir()
    for name in ("in/c.txt", "in/a.TXT", "in/b/d.txt", "in/.e.txt", "in/.hidden/f.txt", "in/README.md", "in/g.html"):
        write(name, f"{name}: 12 dead")
    write("in/h.jsonl", '{"text": "5 dead"}')
    found, errors = read("in")
    assert [document.name for document in found] == ["in/a.TXT", "in/c.txt", "in/h.jsonl:1", "in/b/d.txt"]
    assert errors == []


def test_a_folder_without_articles(folder):
    (folder / "in").mkdir()
    write("in/notes.md", "x")
    hint = "put *.txt or *.jsonl or *.ndjson files into it"
    assert read("in") == ([], [f"in: no articles in this folder; {hint}"])


def test_a_text_read_before_is_said_once_and_left_out():
    write("a.txt", TEXT)
    write("b.txt", TEXT)
    write("c.txt", TEXT + " Five more died.")
    errors = []
    found = list(read_documents(["a.txt", "b.txt", "c.txt", "./a.txt"], on_error=errors.append))
    assert [document.name for document in found] == ["a.txt", "c.txt"]
    assert [str(error) for error in errors] == ["b.txt: skipped, the same text as a.txt"]
    assert isinstance(errors[0], RepeatedTextError)
    assert len(list(read_documents(["a.txt", "b.txt"]))) == 1


# --- JSON Lines ----------------------------------------------------------------------------------------------------


def test_json_lines():
    record = {
        "id": "x1",
        "text": TEXT,
        "published": "2022-02-25T10:00:00Z",
        "outlet": "O",
        "title": "T",
        "url": "U",
        "claims": [],
    }
    write(
        "a.jsonl",
        "\ufeff"
        + json.dumps(record)
        + "\n\n"
        + json.dumps({"id": 7, "text": "x", "outlet": {}})
        + "\n"
        + '{"text": "y"}',
    )
    [first, second, third], errors = read("a.jsonl")
    assert (first.name, first.text, first.published, first.published_from) == (
        "x1",
        TEXT,
        dt.date(2022, 2, 25),
        "metadata",
    )
    assert (first.outlet, first.title, first.url) == ("O", "T", "U")
    assert (second.name, second.outlet, third.name) == ("7", None, "a.jsonl:4")
    assert errors == []


BAD_LINES = [
    ("{", "not valid JSON (Expecting property name enclosed in double quotes); mend or delete the line"),
    ("[" * 100_000, "not valid JSON"),
    ('{"text": ' + "9" * 5000 + "}", "not valid JSON; mend or delete the line"),
    ('"text"', 'not a JSON object; write {"id": …, "text": …}'),
    ('{"id": "x"}', 'no text; give the article as the string "text"'),
    ('{"text": ["x"]}', 'no text; give the article as the string "text"'),
    ('{"text": " \\n"}', 'no text; give the article as the string "text"'),
    ('{"text": "\0"}', "not text but binary; save the article as plain text in UTF-8"),
]


@pytest.mark.parametrize(("line", "message"), BAD_LINES)
def test_a_bad_line_is_reported_and_the_rest_goes_on(line, message):
    write("a.jsonl", f'{{"text": "one"}}\n{line}\n{{"text": "three"}}\n')
    found, [error] = read("a.jsonl")
    assert [document.text for document in found] == ["one", "three"]
    assert error.startswith(f"a.jsonl, line 2: {message}")


def test_an_empty_file_of_json_lines():
    assert read(write("a.jsonl", "\n \n")) == ([], ["a.jsonl: empty; delete it, or write the article into it"])


def test_a_line_that_is_too_long(monkeypatch):
    monkeypatch.setattr(documents, "MAX_BYTES", 1024**2)
    write("a.jsonl", json.dumps({"text": "x" * 3 * 1024**2}) + '\n{"text": "two"}\n')
    found, errors = read("a.jsonl")
    assert [document.name for document in found] == ["a.jsonl:2"]
    assert errors == ["a.jsonl, line 1: larger than 1 MB; shorten the text"]


def test_a_bad_date_in_a_line():
    write("a.jsonl", '{"text": "x", "published": "soon"}')
    [document], errors = read("a.jsonl")
    assert document.published is None
    assert errors == ["a.jsonl, line 1: published is no date: 'soon'; write it as 2022-02-25"]


def test_half_a_surrogate_pair_and_nul_make_way_for_one_character():
    write("a.jsonl", '{"id": "\\ud800", "text": "a\\ud800b\\u0000c \\ud83d\\ude00"}')
    [document], _ = read("a.jsonl")
    assert (document.name, document.text) == ("\ufffd", "a\ufffdb\ufffdc 😀")


# --- standard input ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (b"\n  12 dead.\nMore.", ["stdin"]),
        (b"[UPDATED] 12 dead.", ["stdin"]),
        (b'\n{"id": "x", "text": "12 dead"}\r\n{"text": "5 dead"}\r\n', ["x", "stdin:3"]),
        (b'\xef\xbb\xbf{"id": "x", "text": "12 dead"}', ["x"]),
    ],
)
def test_standard_input(monkeypatch, data, names):
    stdin(monkeypatch, data)
    found, errors = read("-")
    assert ([document.name for document in found], errors) == (names, [])


@pytest.mark.parametrize("data", [b'[{"text": "x"},\n{"text": "y"}]', b'{\n  "text": "x"\n}', b'{"text":\n"x"}'])
def test_json_over_several_lines_is_refused(monkeypatch, data):
    stdin(monkeypatch, data)
    assert read("-") == ([], ["stdin: JSON, but not one object on each line; turn it into JSON Lines"])


def test_empty_standard_input(monkeypatch):
    stdin(monkeypatch, b"")
    assert read("-") == ([], ["stdin: empty; pipe an article into it, or name a file"])


# --- the date of an article ----------------------------------------------------------------------------------------

PUBLISHED = [
    ("   SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] ON 30 DECEMBER", ("1990-01-03", "dateline")),
    ("LIMA, 9 JAN 90 (TELEVISION) -- [TEXT] x", ("1990-01-09", "dateline")),
    ("A headline\n\nKyiv, 25 March 2022 (Agency) – On 24 February", ("2022-03-25", "dateline")),
    ("PARIS, France, Feb. 24, 2022 /Agency/ -- x", ("2022-02-24", "dateline")),
    ("KYIV, March 25 (Agency) – Since 24 February 2022", ("2022-03-25", "dateline")),
    ("MOSCOW. Jan. 3 (Agency) - On 30 December 2021", ("2022-01-03", "dateline")),
    ("KYIV, March 25 (Agency) – x", None),
    ("Title\nUpdated: 25 February 2022, 10:30 GMT\nuntil 26 May 2023", ("2022-02-25", "text")),
    ("— AFP News Agency (@AFP) February 25, 2022\nMore.", ("2022-02-25", "text")),
    ("On 17 July 2014 and on 3 March 2022 they died.", ("2022-03-03", "text")),
    ("On 3 March they died.", None),
]


@pytest.mark.parametrize(("text", "expected"), PUBLISHED)
def test_the_date_of_an_article_without_metadata(text, expected):
    found = find_published(text)
    assert (found and (str(found[0]), found[1])) == expected


@given(st.binary(max_size=200))
def test_any_bytes_give_a_document_or_an_error(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(data)
    found, errors = read(path)
    assert len(found) + len(errors) >= 1
    for document in found:
        document.text.encode()
