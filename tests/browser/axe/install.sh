#!/bin/sh
# Installs axe-core, under the Mozilla Public Licence, into FOLDER; nothing of it is in the project.
set -eu

folder=$1
here=$(cd "$(dirname "$0")" && pwd)

if ! command -v npm >/dev/null; then
    echo "npm is missing: the pages are not checked with axe-core. On Debian: apt-get install npm" >&2
    exit 2
fi
mkdir -p "$folder"
cp "$here/package.json" "$here/package-lock.json" "$folder/"
timeout 300 npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error
