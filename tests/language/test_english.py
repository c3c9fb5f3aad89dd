"""The lexicon as data: its rows and classes, and how the source asks for them."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from newsdiff.language.english import lexicon
from newsdiff.language.lexicon import ENGLISH, Lexicon, table
from newsdiff.language.rows import add, ordered

ROOT = Path(__file__).parents[2]
ROWS = table(ENGLISH / "lexicon.tsv")
CLASSES = lexicon.descriptions()
ASKING = {"words", "has", "pattern", "capitalised"}
TREES = [
    ast.parse(path.read_text(encoding="utf-8")) for top in ("src", "plugins") for path in (ROOT / top).rglob("*.py")
]


def asks(node):
    """Whether a syntax tree is a call such as ``lexicon.words("article")``."""
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING):
        return False
    owner = node.func.value
    return getattr(owner, "attr", getattr(owner, "id", None)) == "lexicon"


def asked():
    """The names of all classes that the source asks for."""
    return {
        argument.value
        for tree in TREES
        for node in ast.walk(tree)
        if asks(node)
        for argument in node.args[node.func.attr == "has" :]
        if isinstance(argument, ast.Constant)
    }


def test_rows_are_in_order_and_a_word_has_one():
    lines = (ENGLISH / "lexicon.tsv").read_text(encoding="utf-8").splitlines()

    assert ordered(lines) == lines, "put them in order: python -m newsdiff.language.rows"


def test_words_are_in_lower_case_with_straight_apostrophes_and_single_blanks():
    assert [word for word, *_ in ROWS if word != word.lower() or "’" in word or word != " ".join(word.split())] == []


def test_a_row_says_something():
    assert [row for row in ROWS if len(row) not in (2, 3) or row[1:] == ("-",)] == []


def test_the_lemma_of_a_lemma_is_itself():
    stated = {lemma for _, lemma, *_ in ROWS if lemma != "-"}

    assert [word for word in stated if lexicon.lemma(word) != word] == []


def test_classes_are_declared_in_order_with_a_line_each():
    rows = table(ENGLISH / "classes.tsv")

    assert list(rows) == sorted(rows)
    assert len(CLASSES) == len(rows)
    assert all(len(name) > 1 and name.replace("-", "").isalpha() and name == name.lower() for name in CLASSES)
    assert all(10 < len(meaning) <= 160 for meaning in CLASSES.values())


def test_every_class_is_declared_has_words_and_is_asked_for():
    given = {name for _, _, *classes in ROWS for name in " ".join(classes).split()}

    assert (given - set(CLASSES), set(CLASSES) - given) == (set(), set())
    assert (asked() - set(CLASSES), set(CLASSES) - asked()) == (set(), set())


def test_no_class_gets_more_words_in_code():
    grown = [
        ast.unparse(node)
        for tree in TREES
        for node in ast.walk(tree)
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)
        for one, other in ((node.left, node.right), (node.right, node.left))
        if asks(one)
        and not asks(other)
        and any(isinstance(part, ast.Constant) and isinstance(part.value, str) for part in ast.walk(other))
    ]

    assert grown == []


def test_words_of_several_classes_are_one_set_made_once():
    both = lexicon.words("article", "possessive")

    assert both == lexicon.words("article") | lexicon.words("possessive")
    assert lexicon.words("article", "possessive") is both
    assert lexicon.capitalised("article") == {"A", "An", "The"}
    assert lexicon.has("the", "article")
    assert "article" in lexicon.classes("the")
    assert lexicon.classes("xyzzy") == ()


def test_an_unknown_class_is_an_error_that_names_it():
    with pytest.raises(KeyError, match="no class 'artcle'"):
        lexicon.words("artcle")


def test_importing_newsdiff_reads_no_words():
    code = "import newsdiff, newsdiff.language.english as e; assert not {'_rows', '_members'} & vars(e.lexicon).keys()"

    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "lexicon.tsv").write_text("# source: us\nwere\tbe\tpast\nbus\tbus\n", encoding="utf-8")
    (tmp_path / "classes.tsv").write_text("# us\npast\tforms of the past\nverb\twhat is done\n", encoding="utf-8")
    return tmp_path


def test_words_are_added_to_a_declared_class(folder):
    add(folder, "verb", ["Were", "call off"])

    assert table(folder / "lexicon.tsv") == (("bus", "bus"), ("call off", "-", "verb"), ("were", "be", "past verb"))
    assert Lexicon(folder).words("verb", "past") == {"were", "call off"}
    with pytest.raises(SystemExit, match="declare the class 'noun'"):
        add(folder, "noun", ["bus"])


def test_rows_of_two_branches_become_one(folder):
    (folder / "lexicon.tsv").write_text("# us\nwere\tbe\tpast\nwere\tbe\tverb\n", encoding="utf-8")
    add(folder, "", [])

    assert table(folder / "lexicon.tsv") == (("were", "be", "past verb"),)


# Every stage of the core that reads English, and plugins; whoever joins stays.
WORDLESS = (
    *(f"src/newsdiff/{stage}" for stage in ("language", "page", "event", "extraction")),
    *(f"plugins/newsdiff_{plugin}" for plugin in ("groups", "quotes")),
)


@pytest.mark.parametrize("code", WORDLESS)
def test_no_list_of_words_stands_in_code(code):
    lists = [
        f"{path.name}:{node.lineno}"
        for path in sorted((ROOT / code).glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "split"
        and isinstance(node.func.value, ast.Constant)
    ]

    assert lists == []
