"""Cue verbs in all their forms."""

import pytest

from newsdiff.language.cues import cue_verbs


@pytest.mark.parametrize(
    ("form", "verb", "stance"),
    [
        ("said", "say", "neutral"),
        ("denies", "deny", "denying"),
        ("denied", "deny", "denying"),
        ("admitting", "admit", "conceding"),
        ("conceded", "concede", "conceding"),
        ("claims", "claim", "claiming"),
        ("swore", "swear", "neutral"),
        ("wrote", "write", "neutral"),
        ("referred", "refer", "neutral"),
        ("signalled", "signal", "neutral"),
        ("signaled", "signal", "neutral"),
        ("agreeing", "agree", "neutral"),
    ],
)
def test_forms_lead_to_their_verb(form, verb, stance):
    found = cue_verbs()[form]

    assert (verb, stance) == (found.verb, found.stance)


def test_every_form_is_lower_case():
    assert all(form == form.lower() for form in cue_verbs())


def test_frames_and_stances_are_known():
    assert {cue.frame for cue in cue_verbs().values()} == {"say", "call", "think", "act"}
    assert {cue.stance for cue in cue_verbs().values()} == {"neutral", "claiming", "conceding", "denying"}
