#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies a Clueglass case without Clueglass: python3 verify_case.py NAME.clueglass [--expect-head HASH]

The chain of audit rows says how everything came to be. This replays it and compares what it gives
with every table and with the files. A head that was noted down must be the hash of one of the rows.
Ends with 0 when all is as recorded, else with 1."""
import hashlib, json, os, sqlite3, sys
from urllib.parse import quote

words, noted_head = sys.argv[1:], None
if "--expect-head" in words:
    at = words.index("--expect-head")
    noted_head = "".join(words[at + 1:at + 2]).lower()
    del words[at:at + 2]
case, bad, remarks = os.path.abspath(words[0] if words else "."), [], []
INTAKE = ("exhibit", "received_path", "stored_name", "sha256", "md5", "bytes", "modified_at",
          "received_at", "duplicate_of")
text = lambda value: json.dumps(value, ensure_ascii=False)
sha256 = lambda words: hashlib.sha256(words.encode("utf-8", "surrogateescape")).hexdigest()


def follow_chain(rows):
    """Yields each row's number, action and details; ends the program at the first that was changed."""
    before, earlier = "0" * 64, ""
    for expected, (seq, time, actor, action, details, previous, digest) in enumerate(rows, 1):
        row = '{"action":%s,"actor":%s,"details":%s,"seq":%s,"time":%s}' % (
            text(action), text(actor), details, seq, text(time))
        if ((action == "create") != (expected == 1) or seq != expected or previous != before
                or digest != sha256(before + row)):
            sys.exit("BROKEN: audit row %d does not fit the chain" % expected)
        if time < earlier:
            remarks.append("audit row %d: the clock ran backwards, from %s to %s" % (seq, earlier, time))
        before, earlier = digest, time
        yield seq, action, json.loads(details), digest


def replay(rows):
    """What the tables must hold, as far as the chain says it."""
    state = {"exhibits": {}, "state": {}, "latest": {}, "places": {}, "marks": {}, "journal": {}, "folder": ""}
    analyses, head, noted_row = [], "", 0
    for seq, action, details, head in follow_chain(rows):
        noted_row = seq if head == noted_head else noted_row
        exhibit = details.get("exhibit")
        if action == "create":
            state["folder"] = details.get("folder", "")
        elif action == "intake":
            state["exhibits"][exhibit] = tuple(details[name] for name in INTAKE)
            state["state"][exhibit] = ("pending", "", "")
        elif action == "analysis":
            analyses.append((exhibit, details.get("created_at"), details["verdict"], details["examination_sha256"]))
            state["state"][exhibit], state["latest"][exhibit] = ("examined", "", ""), len(analyses)
        elif action == "failure":
            state["state"][exhibit] = ("failed", details["code"], details["message"])
        elif action == "relocate":
            state["places"][exhibit] = details["path"]
        elif action in ("mark", "undo", "redo", "view"):
            for change in details["changes"]:
                place = (change["exhibit"], change["field"])
                if state["marks"].get(place, "") != change["before"]:
                    bad.append("exhibit %s: the audit log contradicts itself about %s" % place)
                state["marks"][place] = change["after"]
            gesture, journal = details.get("gesture"), state["journal"]
            if action == "mark":
                for undone in [g for g in journal if journal[g][1] == "undone"]:
                    journal[undone] = (journal[undone][0], "dropped")
                journal[gesture] = (seq, "done")
            elif action != "view":
                journal[gesture] = (journal[gesture][0], "undone" if action == "undo" else "done")
    if noted_head is not None and not noted_row:
        bad.append("no audit row has the noted head " + noted_head)
    elif noted_row:
        remarks.append("the noted head is audit row %d" % noted_row)
    state["marks"] = {place: value for place, value in state["marks"].items() if value != ""}
    return state, analyses, head


def compare(what, found, expected):
    """Two tables as key and value; every difference is named."""
    for key in sorted(set(found) | set(expected), key=str):
        if key not in found:
            bad.append("%s %s: missing, although the audit log names it" % (what, key))
        elif key not in expected:
            bad.append("%s %s: the audit log knows nothing of it" % (what, key))
        elif found[key] != expected[key]:
            bad.append("%s %s: differs from the audit log" % (what, key))


def check_tables(db):
    for (line,) in db.execute("PRAGMA integrity_check(10)"):
        if line != "ok":
            bad.append("the database file is damaged: " + line)
    state, analyses, head = replay(db.execute(
        "SELECT seq, time, actor, action, details, prev_hash, hash FROM audit ORDER BY seq"))
    if not head:
        sys.exit("BROKEN: the audit log is empty")
    exhibits = list(db.execute(
        "SELECT number, received_path, stored_name, sha256, md5, bytes, modified_at, received_at, "
        "duplicate_of, state, error_code, error_message, examination FROM exhibits ORDER BY number"))
    compare("intake of exhibit", {row[0]: row[:9] for row in exhibits}, state["exhibits"])
    compare("state of exhibit", {row[0]: row[9:12] for row in exhibits}, state["state"])
    compare("latest examination of exhibit", {row[0]: row[12] for row in exhibits if row[12] is not None},
            state["latest"])
    compare("place of exhibit", dict(db.execute("SELECT exhibit, path FROM places")), state["places"])
    compare("mark", {row[:2]: row[2] for row in db.execute("SELECT exhibit, field, value FROM marks")},
            state["marks"])
    compare("gesture", {row[0]: row[1:] for row in db.execute("SELECT gesture, audit, state FROM journal")},
            state["journal"])
    numbers = []
    for number, exhibit, created, verdict, p_fake, words, digest in db.execute(
            "SELECT id, exhibit, created_at, verdict, p_fake, json, json_sha256 FROM examinations ORDER BY id"):
        numbers.append(number)
        logged = analyses[number - 1] if 0 < number <= len(analyses) else (None,) * 4
        # Early rows of the log do not say when the examination was recorded.
        if (exhibit, logged[1] and created, verdict, digest) != logged or sha256(words) != digest:
            bad.append("examination %s: differs from the one that the audit log names" % number)
            continue
        content = json.loads(words)
        if content["verdict"] != verdict or content["p_fake"] != p_fake:
            bad.append("examination %s: its verdict is not the one of its result" % number)
    for number in range(1, len(analyses) + 1):
        if number not in numbers:
            bad.append("examination %d: missing, although the audit log names it" % number)
    return state, head


def evidence_file(state, number, path, stored):
    if stored:
        return os.path.join(case, "originals", stored)
    place = os.path.normpath(os.path.join(case, state["places"].get(number, path)))
    made_in = os.path.dirname(state["folder"])
    if state["folder"] and not os.path.exists(place) and place.startswith(made_in.rstrip("/") + "/"):
        # The case was moved: its evidence may have come along.
        moved = os.path.join(os.path.dirname(case), os.path.relpath(place, made_in))
        place = moved if os.path.exists(moved) else place
    return place


def check_files(state):
    stored_names = set()
    for number, row in sorted(state["exhibits"].items()):
        path, stored, recorded = row[1], os.path.basename(row[2]), row[3]
        stored_names.add(stored)
        file_name = evidence_file(state, number, path, stored)
        try:
            digest = hashlib.sha256()
            with open(file_name, "rb") as file:
                for piece in iter(lambda: file.read(1 << 20), b""):
                    digest.update(piece)
            if digest.hexdigest() != recorded:
                bad.append("exhibit %d: %s has other bytes than at intake" % (number, file_name))
        except OSError as error:
            bad.append("exhibit %d: %s" % (number, error))
    originals = os.path.join(case, "originals")
    for name in sorted(os.listdir(originals) if os.path.isdir(originals) else []):
        if name not in stored_names and not name.startswith(".incoming-"):
            remarks.append("originals/%s belongs to no exhibit" % name)


try:
    with sqlite3.connect("file:" + quote(os.path.join(case, "case.sqlite")) + "?mode=ro", uri=True) as db:
        state, head = check_tables(db)
    check_files(state)
except (sqlite3.Error, ValueError, LookupError, TypeError, AttributeError) as error:
    bad.append("the case cannot be read to its end: %s" % error)
for line in remarks:
    print("REMARK: " + line.encode("utf-8", "backslashreplace").decode())
for line in bad:
    print("BROKEN: " + line.encode("utf-8", "backslashreplace").decode())
if not bad:
    print("SOUND: %d exhibits, head %s" % (len(state["exhibits"]), head))
sys.exit(1 if bad else 0)
