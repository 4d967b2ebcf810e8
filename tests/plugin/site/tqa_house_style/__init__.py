"""An example plug-in: a package of rules, one module each."""
