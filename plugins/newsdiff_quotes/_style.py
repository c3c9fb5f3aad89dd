"""House style: one word written in two ways is one word.

What an outlet's style book decides is no wording: U.N. or UN, Gov. or Governor, 3 or three, per cent or %, organise or
organize, we're or we are. Every word gets one form in which these are alike; what is left apart are other words, and
other forms of one word (stay, stayed). The words stay as printed in the report.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

import regex
from anyascii import anyascii

from newsdiff.language import english
from newsdiff.language.lexicon import table
from newsdiff.language.numerals import ONES, ORDINALS, TENS, read_words
from newsdiff.language.times import MONTHS

# Letters before an apostrophe that stand for words of their own.
_ENDINGS = {"n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",), "'d": ("would",)}
_ACRONYM = regex.compile(r"(?:\p{Lu}\.){2,}|\p{Lu}{2,5}")
_NUMBER = re.compile(r"([0-9]+(?:[.,][0-9]+)*)(st|nd|rd|th|s|[a-z]{1,3})?")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_SCALES = {"bn": "billion", "b": "billion", "m": "million", "mn": "million", "k": "thousand", "tn": "trillion"}
_CLOCK = {"am": "am.", "pm": "pm."}
_WORDY = 3  # ordinals up to here are words in every house style, since "first" is no number as often as one (guess)
_ORDINALS = {word: f"{number}th" for word, number in ORDINALS.items() if number > _WORDY}
_ORDINAL_WORDS = {"1st": "first", "2nd": "second", "3rd": "third"}
# British endings, each with the letters that an American writes; whatever else they hit is hit on both sides.
_BRITISH = [
    (re.compile(pattern), instead)
    for pattern, instead in (
        (r"(?<=[a-z]{3})is(?=(?:e[ds]?|ing|ations?|ers?)$)", "iz"),
        (r"(?<=[a-z]{2})ys(?=(?:e[ds]?|ing)$)", "yz"),
        (r"(?<=[a-z][bdlnptv])our(?=(?:s|ed|ing|ite|ites|able|er|ers|hood|ly|ful)?$)", "or"),
        (r"(?<=[a-z][bdtn])re(?=s?$)", "er"),
        (r"(?<=[cf]en)c(?=es?$)", "s"),
        (r"(?<=[a-z]og)ue(?=s?$)", ""),
    )
]
_PREFIXES = english.lexicon.words("separable-prefix")
_IN_FULL = {number: max((name for name in MONTHS if MONTHS[name] == number), key=len) for number in MONTHS.values()}
_MONTHS = {name: _IN_FULL[number] for name, number in MONTHS.items() if name != _IN_FULL[number]}
_TWO_WORDS = 2


@cache
def _variants() -> dict[str, tuple[str, ...]]:
    """Spellings, abbreviations and spoken forms, each with the words that it stands for."""
    return {row[0]: tuple(row[1].split()) for row in table(Path(__file__).parent / "data" / "style.tsv")}


@lru_cache(maxsize=16384)
def forms(piece: str, shouted: bool = False, money: bool = False) -> tuple[str, ...]:
    """Return the words that a printed piece stands for, each in the form that all house styles share.

    *shouted*: the text is in capitals throughout; *money*: a sign of a currency stands before the piece.

    >>> forms("U.N."), forms("UN"), forms("Gov"), forms("we're"), forms("twenty-first"), forms("organise")
    (('un.',), ('un.',), ('governor',), ('we', 'are'), ('21st',), ('organize',))
    >>> forms("3.2bn", money=True), forms("1-in-4"), forms("20,000"), forms("askin'")
    (('3.2', 'billion'), ('1', 'in', '4'), ('20000',), ('asking',))
    """
    return tuple(form for form in _forms(piece, shouted, money) if form) or (piece.lower(),)


def _forms(piece: str, shouted: bool, money: bool) -> tuple[str, ...]:
    if piece.lower() in _variants():
        return _variants()[piece.lower()]
    if not shouted and _ACRONYM.fullmatch(plain := re.sub(r"['’]s?$", "", piece)):
        return (plain.replace(".", "").lower() + ".",)
    word = piece.lower().replace("’", "'").replace("‘", "'")
    if not word.isascii():
        word = anyascii(word).lower().strip() or word
    if word in _variants():
        return _variants()[word]
    for ending, added in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return (*forms(word[: -len(ending)]), *added)
    if word.endswith("in'") and len(word) > len("in'") + 1:
        return (word[:-1] + "g",)
    word = word.strip("'").removesuffix("'s")
    if "-" in word:
        return _hyphened(word)
    return (_number(word, money) if word[:1].isdigit() else None) or (_plain(word),)


def _hyphened(word: str) -> tuple[str, ...]:
    parts = [part for part in word.split("-") if part]
    if len(parts) == _TWO_WORDS and parts[0] in TENS and parts[1] in ONES:
        return (str(TENS[parts[0]] + ONES[parts[1]]),)
    if len(parts) == _TWO_WORDS and parts[0] in TENS and (last := _plain(parts[1])) != parts[1]:
        return (str(TENS[parts[0]] + int(re.sub(r"\D", "", last))) + last.lstrip("0123456789"),)
    if len(parts) == _TWO_WORDS and parts[0] in TENS and parts[1] in _ORDINAL_WORDS.values():
        digits = next(digits for digits, ordinal in _ORDINAL_WORDS.items() if ordinal == parts[1])
        return (str(TENS[parts[0]] + int(digits[0])) + digits[1:],)
    if parts and parts[0] in _PREFIXES:
        return (_plain("".join(parts)),)
    return tuple(form for part in parts for form in forms(part))


def _number(word: str, money: bool) -> tuple[str, ...] | None:
    found = _NUMBER.fullmatch(word)
    if found is None:
        return None
    digits, ending = found.groups()
    plain = digits.replace(",", "") if _THOUSANDS.fullmatch(digits) else digits
    if ending is None:
        return (plain,)
    if ending in ("st", "nd", "rd", "th"):
        return (_ORDINAL_WORDS.get(word, word),)
    if ending in _CLOCK:
        return (plain, _CLOCK[ending])
    if ending in _SCALES and (money or len(ending) > 1 or ending == "k"):
        return (plain, _SCALES[ending])
    return (plain + ending,)


def _plain(word: str) -> str:
    if word in _ORDINALS:
        return _ORDINALS[word]
    if word in _MONTHS:
        return _MONTHS[word]
    if word in ONES or word in TENS:
        number = read_words([word])
        return f"{number.value:g}" if number else word
    for pattern, instead in _BRITISH:
        word = pattern.sub(instead, word)
    return word


def same_form(one: str, other: str) -> bool:
    """Tell whether two forms of one word differ by a doubled letter only, or by the plural of an abbreviation.

    >>> same_form("travelled", "traveled"), same_form("kilometer", "kilometers"), same_form("stay", "stayed")
    (True, True, False)
    """
    if one == other or one.replace("ll", "l") == other.replace("ll", "l"):
        return True
    return {one, other} in ({word, word + "s"} for word in _unit_words())


@cache
def _unit_words() -> frozenset[str]:
    return frozenset(
        words[0] for variant, words in _variants().items() if len(variant) <= len("kms") and len(words) == 1
    )


def sound(name: str) -> str:
    """Return the consonants of a name, those that writing systems render differently made one.

    >>> sound("Yousef") == sound("Yusuf"), sound("Mohammad") == sound("Muhammed"), sound("Orlov") == sound("Orban")
    (True, True, False)
    """
    plain = re.sub(r"[^a-z]", "", anyascii(name).lower())
    for letters, instead in _SOUNDS:
        plain = plain.replace(letters, instead)
    first, rest = plain[:1], re.sub(r"[aeiouyj]", "", plain[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


# Letters of several alphabets in the Latin one: Qaddafi and Gaddafi, Khaled and Haled, Yusuf and Youssef.
_SOUNDS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("zh", "z"), ("dj", "j"), ("tch", "ch"),
    ("tz", "ts"), ("ck", "k"), ("q", "g"), ("x", "ks"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
)  # fmt: skip
