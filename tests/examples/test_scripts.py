"""Every script in examples/ runs, and says what it is for."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"
DAM = [str(path) for path in sorted((EXAMPLES / "articles" / "skarn-dam").iterdir())]
RUNS = {
    "quick_diff.py": (DAM[1:], "number-conflict"),
    "folder_pipeline.py": ([str(EXAMPLES / "articles")], "Capital Gazette x"),
    "many_outlets.py": (DAM, "Continental Wire"),
    "speed.py": (["--megabytes", "0.02"], "MB/s"),
}


@pytest.mark.parametrize("script", sorted(RUNS))
def test_the_script_runs(script):
    arguments, expected = RUNS[script]

    done = subprocess.run(
        [sys.executable, str(EXAMPLES / script), *arguments], capture_output=True, text=True, timeout=60, check=False
    )

    assert 0 == done.returncode, done.stderr
    assert expected in done.stdout
    assert "NOT LOOKED AT" not in done.stdout


def test_every_script_is_run_here():
    assert set(RUNS) | {"web_service.py"} == {path.name for path in EXAMPLES.glob("*.py")}


@pytest.fixture(scope="module")
def service():
    spec = importlib.util.spec_from_file_location("web_service", EXAMPLES / "web_service.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_service_answers_with_a_report(service):
    body = {"left": {"text": "Police said 43 died in Oban."}, "right": {"text": "Police said 35 died in Oban."}}

    status, answer = service.answer(json.dumps(body).encode())

    assert 200 == status
    assert "newsdiff/1" == json.loads(answer)["schema"]


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{}", b'{"left": 1, "right": 2}', b'{"left": {"text": 1}, "right": {"text": ""}}']
)
def test_a_bad_request_is_the_callers_mistake(service, body):
    status, answer = service.answer(body)

    assert (400, True) == (status, bool(answer))


def test_a_long_article_is_refused(service):
    body = {"left": {"text": "a" * (service.LIMIT + 1)}, "right": {"text": "b"}}

    assert 413 == service.answer(json.dumps(body).encode())[0]
