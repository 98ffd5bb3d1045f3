#!/usr/bin/env python3
"""Print handouts from this checkout: ``python make_pdfs.py`` builds everything into ``out/``."""

import sys

from handouts.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
