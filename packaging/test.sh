#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs missing Debian packages, builds everything and runs every test, offscreen and under Xvfb.
. "$(dirname "${BASH_SOURCE[0]}")/prepare.sh"

: >"$log"
install_packages "$root/packaging/linux/packages-build.txt" "$root/packaging/linux/packages-test.txt"
select_openblas
build_targets all
cd "$build"
exec ctest --output-on-failure -j 2
