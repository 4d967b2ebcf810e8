"""What is made at its first use: facts of a segment, and patterns that few texts need.

`lazy` is `functools.cached_property` without its lock. Up to Python 3.11 that takes a lock at each first use, which
costs more than most of a segment's facts; nothing here is shared between threads.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

Compiled = TypeVar("Compiled")

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property as lazy
else:

    class lazy:  # noqa: N801 - it stands for a decorator's name
        """An attribute that is computed at its first use and kept in the instance's `__dict__`."""

        def __init__(self, compute):
            self._compute = compute
            self.__doc__ = compute.__doc__

        def __set_name__(self, owner, name):
            self._name = name

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._compute(instance)
            return value


class _Uncompiled:
    """Stands in for a pattern; what is asked of it is kept, and as quick from then on as the pattern's own."""

    def __init__(self, make: Callable[[], object]) -> None:
        self._make = make

    def __getattr__(self, name: str) -> object:
        made = self.__dict__.get("_made")
        if made is None:
            made = self._made = self._make()
        value = self.__dict__[name] = getattr(made, name)
        return value


def lazily(compiler: Callable[[str, int], Compiled], pattern: str, flags: int = 0) -> Compiled:
    """What `compiler` (`re.compile` or `regex.compile`) makes of a pattern, made when its first method is called.

    For patterns that many runs do without: compiling all of tqa's takes longer than a short check. Functions of `re`
    don't take one in a pattern's place.
    """
    return cast("Compiled", _Uncompiled(lambda: compiler(pattern, flags)))


__all__ = ["lazily", "lazy"]
