"""`python -m tqa`."""

import sys

from tqa.cli import main

sys.exit(main())
