#!/bin/sh
# Installs Debian's browser and database server, on which the pages and the store are tested.
set -eu

say() { printf '%s\n' "$*" >&2; }

packages=
command -v chromium >/dev/null || packages="$packages chromium"
[ -x /usr/lib/postgresql/15/bin/initdb ] || packages="$packages postgresql-15"
[ -n "$packages" ] || exit 0
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    say "The pages or the store are not tested in full. On Debian, ask root for:"
    say "    apt-get install$packages"
    exit 2
fi
say "Installing the Debian packages$packages …"
export DEBIAN_FRONTEND=noninteractive
apt-get -o DPkg::Lock::Timeout=400 -qq update
# shellcheck disable=SC2086 # a list of names
apt-get -o DPkg::Lock::Timeout=400 -qq install -y --no-install-recommends $packages >/dev/null
