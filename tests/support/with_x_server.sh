#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with_x_server.sh COMMAND...: runs a test on an X server of its own and ends with the test's exit code.
# The server chooses its number itself and says when it is ready (-displayfd), so that tests that start at the same
# moment never race for one. 125: no server started.
set -u
folder=$(mktemp -d) || exit 125
server=
finish() {
  trap - EXIT INT TERM
  if [ -n "$server" ]; then
    kill "$server" 2>/dev/null
    wait "$server" 2>/dev/null
  fi
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 143' INT TERM
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$folder/display" 2>"$folder/log" &
server=$!
# A server that dies closes the pipe; one that hangs must not hang the test.
if ! read -r -t 60 display <"$folder/display"; then
  cat "$folder/log" >&2
  echo "Xvfb did not start." >&2
  exit 125
fi
DISPLAY=":$display" "$@"
