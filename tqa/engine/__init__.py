"""Runs the rules over segments and puts the outcome together."""
