#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/linux/check-installed.sh clueglass_VERSION_amd64.deb
# Installs the package into a clean Debian 12 and runs both programs there. Needs root, debootstrap and
# a Debian mirror (DEBIAN_MIRROR names another than deb.debian.org). Everything lies in a temporary
# folder that is removed at the end. Ends with 0 when all is well, and names what failed otherwise.
set -uo pipefail

if [ "$#" -ne 1 ] || [ ! -f "$1" ]; then
    printf 'Usage: %s PACKAGE.deb\n' "$0" >&2
    exit 2
fi
if [ "$(id -u)" -ne 0 ]; then
    printf 'Run this as root: it makes a Debian system in a folder.\n' >&2
    exit 2
fi
if ! command -v debootstrap >/dev/null; then
    printf 'debootstrap is missing; install it first: apt-get install debootstrap\n' >&2
    exit 2
fi

package=$(realpath "$1")
mirror=${DEBIAN_MIRROR:-http://deb.debian.org/debian}
work=$(mktemp -d)
root="$work/root"
log="$work/log"
failed=0
mounted=()

clean_up() {
    local folder
    for folder in "${mounted[@]}"; do
        umount "$folder" || umount --lazy "$folder"
    done
    # A mount that would not go must not be deleted through.
    if ! grep -q " $root/" /proc/mounts; then
        rm -rf --one-file-system "$work"
    fi
}
trap clean_up EXIT

# check TITLE COMMAND...: one line for each check, the details only when it fails.
check() {
    local title=$1
    shift
    if "$@" >"$log" 2>&1; then
        printf 'ok      %s\n' "$title"
        return 0
    fi
    failed=$((failed + 1))
    printf 'FAILED  %s\n' "$title"
    tail -n 30 "$log" | sed 's/^/        /'
    return 1
}

# needed TITLE COMMAND...: a check without which the others make no sense.
needed() {
    check "$@" || exit 1
}

inside() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

# A picture with texture, as a BMP: 24 bits, 384 x 320, no library needed. perl-base is in every Debian.
make_picture() {
    # shellcheck disable=SC2016 # the dollar signs are Perl's
    inside perl -e '
        my ($w, $h) = (384, 320);
        open(my $out, ">:raw", "/tmp/made.bmp") or die $!;
        print $out "BM", pack("VvvV", 54 + $w * $h * 3, 0, 0, 54);
        print $out pack("VVVvvVVVVVV", 40, $w, $h, 1, 24, 0, $w * $h * 3, 2835, 2835, 0, 0);
        my $state = 1;
        for my $y (0 .. $h - 1) {
            for my $x (0 .. $w - 1) {
                $state = ($state * 1103515245 + 12345) % 2147483648;
                my $v = int(128 + 60 * sin($x / 17) * cos($y / 23) + ($state / 2147483648 - 0.5) * 24);
                print $out pack("CCC", $v, $v, $v);
            }
        }
        close($out) or die $!;'
}

analyzes() {
    inside clueglass-cli analyze --json /tmp/made.bmp >"$work/result.json" || return 1
    cat "$work/result.json"
    [ "$(wc -l <"$work/result.json")" -eq 1 ] &&
        grep -Eq '"verdict": ?"(real|fake|inconclusive)"' "$work/result.json" &&
        grep -Eq '"p_fake": ?[0-9]' "$work/result.json" &&
        grep -q '"learned"' "$work/result.json"
}

writes_report() {
    inside clueglass-cli report /tmp/made.bmp -o /tmp/made.pdf &&
        [ "$(head -c 5 "$root/tmp/made.pdf")" = '%PDF-' ]
}

shows_version() {
    inside env QT_QPA_PLATFORM=offscreen clueglass --version
}

uses_fast_blas() {
    inside clueglass-cli --version | tee /dev/stderr | grep -q 'BLAS .*openblas'
}

has_desktop_files() {
    inside test -f /usr/share/applications/org.clueglass.Clueglass.desktop &&
        inside test -f /usr/share/metainfo/org.clueglass.Clueglass.metainfo.xml &&
        inside test -f /usr/share/doc/clueglass/copyright &&
        inside test -f /usr/share/clueglass/models/embedded/training_record.json
}

leaves_nothing() {
    inside apt-get purge -y -q clueglass &&
        ! inside test -e /usr/bin/clueglass-cli &&
        ! inside test -e /usr/share/clueglass
}

needed 'a clean Debian 12 is made' debootstrap --variant=minbase bookworm "$root" "$mirror"
for folder in proc dev; do
    mkdir -p "$root/$folder"
    needed "/$folder is there" mount --bind "/$folder" "$root/$folder"
    mounted=("$root/$folder" "${mounted[@]}")
done
cp /etc/resolv.conf "$root/etc/resolv.conf"
# No service of an installed package may start in here.
printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
chmod +x "$root/usr/sbin/policy-rc.d"
cp "$package" "$root/tmp/clueglass.deb"
needed 'the package lists arrive' inside apt-get update -q
needed 'the package installs with what it depends on' \
    inside apt-get install -y -q --no-install-recommends /tmp/clueglass.deb
check 'its files are in place' has_desktop_files
check 'clueglass --version runs' shows_version
check 'clueglass-cli runs on OpenBLAS' uses_fast_blas
needed 'a picture is made' make_picture
check 'clueglass-cli analyze --json examines it' analyzes
check 'clueglass-cli report writes a PDF' writes_report
check 'removing the package leaves nothing' leaves_nothing

if [ "$failed" -gt 0 ]; then
    printf '%s checks failed.\n' "$failed"
    exit 1
fi
printf 'All checks passed.\n'
