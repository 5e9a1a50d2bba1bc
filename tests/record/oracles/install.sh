#!/bin/sh
# Installs, into FOLDER, the programs of others that the record is tested against: tlog-scales,
# sd-jwt and aics-witness from PyPI in an environment of their own, @sigstore/verify and
# @sd-jwt/core from npm. aics-witness declares a newer Python than it needs; its check is passed
# over. The Go program beside this script is built by the tests, of Debian's golang-go and
# golang-golang-x-mod-dev.
set -eu

folder=$1
python=${2:-python3}
here=$(cd "$(dirname "$0")" && pwd)

say() { printf '%s\n' "$*" >&2; }

packages=
command -v go >/dev/null || packages="$packages golang-go"
[ -d /usr/share/gocode/src/golang.org/x/mod ] || packages="$packages golang-golang-x-mod-dev"
command -v npm >/dev/null || packages="$packages nodejs npm"
command -v openssl >/dev/null || packages="$packages openssl"
if [ -n "$packages" ]; then
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        say "Some programs that the record is tested against are missing. On Debian, ask root for:"
        say "    apt-get install$packages"
        exit 2
    fi
    say "Installing the Debian packages$packages …"
    export DEBIAN_FRONTEND=noninteractive
    apt-get -o DPkg::Lock::Timeout=400 -qq update
    # shellcheck disable=SC2086 # a list of names
    apt-get -o DPkg::Lock::Timeout=400 -qq install -y --no-install-recommends $packages >/dev/null
fi

say "Installing the programs that the record is tested against into $folder …"
rm -rf "$folder"
mkdir -p "$folder/node"
"$python" -m venv "$folder/python"
pip="$folder/python/bin/python -m pip --quiet --disable-pip-version-check install --require-hashes"
$pip --only-binary :all: --requirement "$here/python/requirements.txt"
$pip --no-deps --ignore-requires-python --only-binary :all: \
    --requirement "$here/python/requirements-newer-python.txt"
cp "$here/node/package.json" "$here/node/package-lock.json" "$folder/node/"
timeout 300 npm ci --prefix "$folder/node" --no-audit --no-fund --loglevel=error
