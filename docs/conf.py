"""Settings of the documentation. It builds without the network and without a warning."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from safeconduct import __version__

project = "Safeconduct"
author = "The Safeconduct authors"
project_copyright = "The Safeconduct authors, Apache-2.0"
version = release = __version__
language = "en"

extensions = ["myst_parser", "docs.extensions.reference"]
exclude_patterns = ["_build", "extensions", "guide/files"]
myst_enable_extensions = ["deflist", "colon_fence"]
myst_heading_anchors = 3
nitpicky = True

html_theme = "furo"
html_static_path = ["static"]
html_css_files = ["wide.css"]
html_title = f"Safeconduct {version}"
html_copy_source = False
html_show_sphinx = False
html_theme_options = {"sidebar_hide_name": False}
