"""Every rule's own examples hold."""

import pytest

from tqa.registry import rules
from tqa.rule import Example, Rule
from tqa.testing import check_example

CASES = [(rule, n, example) for rule in rules().values() for n, example in enumerate(rule.examples, 1)]


@pytest.mark.parametrize(("rule", "example"), [pytest.param(r, e, id=f"{r.id}-{n}") for r, n, e in CASES])
def test_example(rule: Rule, example: Example) -> None:
    try:
        check_example(rule, example)
    except AssertionError as error:
        if "pip install" in str(error):  # what the rule says where its extra is missing
            pytest.skip(str(error))
        raise
