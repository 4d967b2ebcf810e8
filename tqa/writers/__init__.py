"""Writing back what was fixed."""
