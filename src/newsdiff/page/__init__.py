"""The page: what on it is the article, and the views of it that extractors share.

``layout`` and ``furniture`` tell running text from what stands around it, ``dateline``, ``sentences`` and ``quoting``
find what their names say, and ``document`` offers all of it as lazy views of one article.
"""
