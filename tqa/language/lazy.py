"""`functools.cached_property` without its lock.

Up to Python 3.11 that takes a lock at each first use, which costs more than most of a segment's facts; nothing here is
shared between threads.
"""

import sys
from typing import TYPE_CHECKING

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


__all__ = ["lazy"]
