#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/run.sh [IMAGES or FOLDERS...]   opens the program on them
# packaging/run.sh --cli IMAGES...          prints what is found in them
# packaging/run.sh --cli ARGUMENTS...       runs clueglass-cli
# Installs missing Debian packages and builds first.
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

: >"$log"
install_packages "$root/packaging/linux/packages-build.txt"
select_openblas
build_targets clueglass clueglass-cli clueglass_data
if [ "${1:-}" = --cli ]; then
    shift
    if [ -e "${1:-}" ]; then set -- analyze "$@"; fi
    exec "$build/bin/clueglass-cli" "$@"
fi
exec "$build/bin/clueglass" "$@"
