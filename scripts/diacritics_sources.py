#!/usr/bin/env python3
"""The Debian 12 packages whose translations the diacritics models are made of, by licence; fetches and unpacks them.

    diacritics_sources.py --cache FOLDER        fetch and unpack below FOLDER/x/PACKAGE
    diacritics_sources.py --list                the list for NOTICE.d/diacritics.md

The licence is what the package's own copyright file says of its translations ("Files: *" where these aren't named). A
package under the GPL, version 2 alone, is left out, as is one that names no version of a licence that needs one: git,
dia, gedit, hedgewars, openttd, the Installation Guide, the Developers' Reference, manpages-pt, manpages-tr. So are help
pages under the GFDL.
"""

import argparse
import subprocess
from pathlib import Path

LANGUAGES = "vi cs pl hu ro tr fr es pt de sv fi it nl sk hr lt lv ca et sl da nb is".split()
# The suffixes of a language's own packages where they are not its code alone.
SUFFIXES = {"pt": ("pt", "pt-br", "br"), "nb": ("nb", "no", "nb-no"), "es": ("es", "es-es"), "sv": ("sv", "sv-se")}
# Packages of which there is one a language, by licence.
STEMS = {
    "MPL-2.0": "libreoffice-help libreoffice-l10n thunderbird-l10n",
    "GPL-3+": "manpages",
    "GPL-2+": "maint-guide fortunes aptitude-doc debian-reference",
    "MPL-2.0 or LGPL-2.1+, by the language": "hunspell",
}
PACKAGES = {
    "GPL-2+": """
        abiword-common adduser apt aptitude-common audacity-data dpkg digikam-data
        freeciv-data freedroidrpg-data gbrainy gnome-clocks gnome-software-common gnome-weather gnucash-common gramps
        grisbi-common gwenview hexchat-common homebank-data inkscape k3b-data kalzium-data kanagram kbruch
        kgeography-data khangman kig kmines kmplot kmymoney-common konsole kpat kstars-data kturtle kwordquiz
        liferea-data mediawiki parley-data pidgin-data pingus-data planner-data
        plasma-desktop-data plasma-workspace-data quadrapassel rhythmbox-data rocs step stellarium-data totem-common
        transmission-common tuxpaint-data util-linux-locales vlc-l10n warzone2100-data wesnoth-1.16-core
        wesnoth-1.16-data widelands-data yelp
    """,
    "GPL-2 or GPL-3": "gnumeric-common",
    "GPL-2+ or CC BY-SA 3.0": "debian-handbook",
    "GPL-3+": """
        aisleriot bash brasero-common coreutils deja-dup epiphany-browser-data gcompris-qt-data gettext
        gimp-data gnome-calendar gnome-chess gnome-control-center-data gnome-sudoku gnupg-l10n krita-l10n
        nautilus-data supertuxkart-data tar wget binutils-common texinfo colobot-common
    """,
    "GPL-3": "calibre gtick",
    "LGPL-2+ or LGPL-2.1+": """
        evolution-common evolution-data-server-common iso-codes libc-l10n libglib2.0-data marble-data myspell-et
        shotwell-common
    """,
    "GPL-2+ (evince, cheese) with help under CC BY-SA 3.0": "evince-common cheese-common",
    "CC BY-SA 3.0": "gnome-user-docs 0ad-data-common",
    "BSD-3-Clause": "passwd",
}
# Help pages of these alone are read: those of others are under the GFDL.
HELP = frozenset(
    {"gnome-user-docs", "cheese-common", "deja-dup", "epiphany-browser-data", "gnome-chess", "quadrapassel"}
)


def packages() -> list[str]:
    """The names of all packages, those of the languages first; some don't exist."""
    stems = [stem for names in STEMS.values() for stem in names.split()]
    own = [f"{stem}-{end}" for lang in LANGUAGES for end in SUFFIXES.get(lang, (lang,)) for stem in stems]
    return [*own, *(name for names in PACKAGES.values() for name in names.split())]


def fetch(cache: Path) -> None:
    """Download and unpack every package below `cache`; one that the archive lacks is skipped and named."""
    names = set(subprocess.run(["apt-cache", "pkgnames"], capture_output=True, text=True, check=True).stdout.split())
    for folder in ("deb", "done", "x"):
        (cache / folder).mkdir(parents=True, exist_ok=True)
    for name in [name for name in packages() if name in names and not (cache / "done" / name).exists()]:
        if subprocess.run(["apt-get", "download", "-q", name], cwd=cache / "deb", check=False).returncode:
            print("skipped:", name)
            continue
        for package in (cache / "deb").glob(f"{name}_*.deb"):
            subprocess.run(["dpkg", "-x", package, cache / "x" / name], check=True)
            package.unlink()
        (cache / "done" / name).touch()


def listing() -> str:
    """The packages by licence, in Markdown."""
    lines = [f"- {licence}: {', '.join(f'{stem}-*' for stem in names.split())}" for licence, names in STEMS.items()]
    lines += [f"- {licence}: {', '.join(sorted(names.split()))}" for licence, names in PACKAGES.items()]
    return "\n".join(lines)


def main() -> None:
    """Fetch, or list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    if options.list:
        print(listing())
    if options.cache:
        fetch(options.cache)


if __name__ == "__main__":
    main()
