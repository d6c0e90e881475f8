#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by run.sh and test.sh: installs what is missing and builds. No prompts; a second run is quick.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build="$root/build/release"
log="$root/build/prepare.log"
mkdir -p "$root/build"

# step TITLE COMMAND...: one line on the terminal, the details in the log, shown when it fails.
step() {
    local title=$1
    shift
    printf '%s\n' "$title" >&2
    if ! "$@" >>"$log" 2>&1; then
        tail -n 60 "$log" >&2
        printf 'Failed: %s. The whole log is %s\n' "$title" "$log" >&2
        exit 1
    fi
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo --non-interactive "$@" || sudo "$@"
    fi
}

missing_packages() {
    local package
    while read -r package; do
        case $package in '' | '#'*) continue ;; esac
        dpkg-query -W -f='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || printf '%s\n' "$package"
    done < <(cat "$@")
}

install_packages() {
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    step "Updating the package lists" as_root apt-get update -q
    step "Installing ${#missing[@]} packages" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# Debian's reference BLAS makes libtorch 30 times slower; another one may have been selected by hand.
select_openblas() {
    local name library link
    for name in libblas.so.3 liblapack.so.3; do
        link=$(update-alternatives --list "$name-x86_64-linux-gnu" 2>/dev/null | grep openblas-openmp || true)
        library=$(readlink -f "/etc/alternatives/$name-x86_64-linux-gnu" 2>/dev/null || true)
        case $library in
        *openblas*) ;;
        *) [ -z "$link" ] || step "Selecting OpenBLAS for $name" as_root update-alternatives --set "$name-x86_64-linux-gnu" "$link" ;;
        esac
    done
}

# build_targets TARGET...: configures once; CMake notices later changes by itself.
build_targets() {
    export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1
    [ -f "$build/build.ninja" ] || step "Configuring" cmake -S "$root" --preset release
    step "Building (the first time takes a quarter of an hour)" cmake --build "$build" --target "$@"
}
