#!/bin/sh
# Makes FOLDER, a private virtual environment that holds uv and nothing else.
# Needs python3 and PyPI. Debian keeps a part of the standard library (ensurepip) in the package
# python3-venv; where it is missing, root installs it and anybody else is told what to ask for.
set -eu

folder=$1
python=${2:-python3}
here=$(dirname "$0")

say() { printf '%s\n' "$*" >&2; }

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    say "Python 3.11 or newer is needed; $python is $("$python" -V 2>&1)."
    say "Name another one: make PYTHON=/path/to/python3.12 test"
    exit 2
fi

if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        say "The Python package installer (module ensurepip) is missing. On Debian, ask root for:"
        say "    apt-get install python3-venv"
        exit 2
    fi
    say "Installing the Debian package python3-venv …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=400 -qq update
    apt-get -o DPkg::Lock::Timeout=400 -qq install -y --no-install-recommends python3-venv >/dev/null
fi

say "Installing uv into $folder …"
rm -rf "$folder"
"$python" -m venv "$folder"
"$folder/bin/python" -m pip --quiet --disable-pip-version-check \
    install --require-hashes --only-binary :all: --requirement "$here/uv.txt"
