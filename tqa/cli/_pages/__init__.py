"""What the scoring commands show: a title, facts and tables, drawn for a terminal, LaTeX or a browser."""
