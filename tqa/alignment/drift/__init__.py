"""Finds source terms that texts render in one way mostly and in another way here and there.

`mains`: what a term's main rendering is. `evidence`: what else a word may stand for. `find`: the other renderings.
"""
