#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies a Clueglass case without Clueglass: python3 verify_case.py NAME.clueglass"""
import hashlib, json, os, sqlite3, sys
from urllib.parse import quote

case, bad = os.path.abspath(sys.argv[1]), []
db = sqlite3.connect("file:" + quote(os.path.join(case, "case.sqlite")) + "?mode=ro", uri=True)
text = lambda value: json.dumps(value, ensure_ascii=False)
previous, received = "0" * 64, {}
for expected, (seq, time, actor, action, details, before, digest) in enumerate(db.execute(
        "SELECT seq, time, actor, action, details, prev_hash, hash FROM audit ORDER BY seq"), 1):
    row = '{"action":%s,"actor":%s,"details":%s,"seq":%d,"time":%s}' % (
        text(action), text(actor), details, seq, text(time))
    made = hashlib.sha256((previous + row).encode()).hexdigest()
    if (action == "create") != (expected == 1) or seq != expected or before != previous or digest != made:
        sys.exit("BROKEN: audit row %d does not fit the chain" % expected)
    previous = digest
    if action == "intake":
        entry = json.loads(details)
        received[entry["exhibit"]] = entry
for number, path, stored, recorded in db.execute(
        "SELECT number, COALESCE(p.path, received_path), stored_name, sha256 FROM exhibits "
        "LEFT JOIN places p ON p.exhibit = number ORDER BY number"):
    if number not in received or received[number]["sha256"] != recorded:
        bad.append("exhibit %d: its record is not the one that was taken in" % number)
        continue
    try:
        with open(os.path.join(case, "originals", stored) if stored else path, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest() if hasattr(
                hashlib, "file_digest") else hashlib.sha256(file.read()).hexdigest()
    except OSError as error:
        bad.append("exhibit %d: %s" % (number, error))
        continue
    if digest != recorded:
        bad.append("exhibit %d: %s has other bytes than at intake" % (number, path))
print("\n".join(bad) if bad else "SOUND: %d exhibits, head %s" % (len(received), previous))
sys.exit(1 if bad else 0)
