"""Estimates of quality without a reference: features of a segment, a model of them, and others' metrics."""
