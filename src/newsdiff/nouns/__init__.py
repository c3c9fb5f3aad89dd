"""The nouns: what goes in, what comes out, and everything that passes from one stage to the next.

``article``, ``spans``, ``claims`` (with their scopes), ``values`` (one class per built-in kind), ``kinds`` (what an
author says of a kind of claims), ``extraction``, ``reports``, ``problems``, ``formats`` (readers and renderers) and
``errors``. Nouns know nothing of the stages that make them; their classes are importable from ``newsdiff``.
``display`` is the one place from which they reach the renderers, by name and when a method is called.
"""
